namespace Gatepost.Relay;

/// <summary>One setting of a configuration and how far it was understood.</summary>
/// <param name="Origin">Where it stands.</param>
/// <param name="Setting">The setting, shortened: <c>smtpd_relay_restrictions = permit_mynetworks …</c>.</param>
/// <param name="Coverage">How far it was understood.</param>
/// <param name="Because">Why, in half a sentence, where it is not plain.</param>
/// <param name="Listener">The listener that it concerns; null for all.</param>
public sealed record CoverageLine(Origin Origin, string Setting, Coverage Coverage, string? Because = null, string? Listener = null)
{
    /// <summary>True where it stands in the way of a proof.</summary>
    public bool PreventsProof => Coverage is Coverage.NotModelled or Coverage.Unrecognised;
}
