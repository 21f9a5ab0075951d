using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Settings;

/// <summary>A <c>FEATURE(`name', `argument', …)</c>.</summary>
internal sealed record SendmailFeature(string Name, ImmutableArray<string> Arguments, Origin Origin)
{
    /// <summary>An argument from 0; empty where there are not so many.</summary>
    public string Argument(int index) => index < Arguments.Length ? Arguments[index] : "";

    /// <summary>True where one of the arguments is a word, in any letter case.</summary>
    public bool Says(string word) => Arguments.Any(a => a.Equals(word, StringComparison.OrdinalIgnoreCase));
}
