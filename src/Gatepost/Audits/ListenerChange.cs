using System.Collections.Immutable;
using Gatepost.Relay;
using Gatepost.Relay.Proof;

namespace Gatepost.Audits;

/// <summary>What changes at one listener.</summary>
/// <param name="Before">The listener before; null where it is new.</param>
/// <param name="After">The listener after; null where it is gone.</param>
/// <param name="Changes">An example for each kind of change, the gravest first.</param>
public sealed record ListenerChange(Listener? Before, Listener? After, ImmutableArray<PolicyChange> Changes);
