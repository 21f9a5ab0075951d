using System.Collections.Immutable;

namespace Gatepost.RealServers.Differential.OpenSmtpd;

/// <summary>A statement of a generated smtpd.conf.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Features">What it has, for counting.</param>
internal sealed record SmtpdLine(string Text, ImmutableArray<string> Features)
{
    /// <summary>The port of a listener.</summary>
    public int? Port { get; init; }
}
