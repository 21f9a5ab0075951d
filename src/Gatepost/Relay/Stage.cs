using System.Collections.Immutable;
using Gatepost.Smtp;

namespace Gatepost.Relay;

/// <summary>The lists that a server asks at one phase of the session. All must be content; the first refusal ends the attempt.</summary>
/// <param name="Phase">The command whose reply carries a refusal.</param>
/// <param name="Lists">The lists in the order they are asked.</param>
public sealed record Stage(SmtpPhase Phase, ImmutableArray<RuleList> Lists)
{
    /// <summary>True where the lists are asked before the server looks at the address that the phase's command carries (a demand for TLS).</summary>
    public bool IsBeforeAddresses { get; init; }
}
