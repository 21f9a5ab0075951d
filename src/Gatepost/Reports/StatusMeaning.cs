using Gatepost.Smtp;

namespace Gatepost.Reports;

/// <summary>What the registry says an enhanced status code means.</summary>
internal readonly record struct StatusMeaning(string Text, string Reference)
{
    public static StatusMeaning? Of(EnhancedStatus status) => null;
}
