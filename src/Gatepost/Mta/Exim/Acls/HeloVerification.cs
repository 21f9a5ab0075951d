using Gatepost.Mta.Exim.Expansions;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Acls;

/// <summary>
/// The HELO name leads to the client: a literal is its address, or its verified name is the same, or its address is among those of the HELO name,
/// which only the DNS knows.
/// </summary>
internal static class HeloVerification
{
    /// <summary>Yes, no, or deferred where the client's name cannot be looked up for now.</summary>
    public static Choices<Truth> Of(EximWorld world, EximPhase phase, Origin origin)
    {
        if (phase < EximPhase.Helo) return Choices.Of(Truth.No);
        var forward = new HeloForward(origin);
        var own = ComputedTest.Of("HELO name is the client's", "helo", origin, Decide, mayFail: false).Where(static t => t == Truth.Yes);
        var literal = ComputedTest.Of("HELO name is none", "helo", origin, static s => s.Attempt.Helo is null or { Length: > 0 } and ['[', ..] ? Truth.Yes : Truth.No, mayFail: false).Where(static t => t == Truth.Yes);
        world.Cover(origin, "HELO verification", Coverage.Conditional, "the DNS has the addresses of the HELO name");
        return Choices.First([new Choice<Truth>(own, Truth.Yes), new Choice<Truth>(literal, Truth.No), new Choice<Truth>(forward, Truth.Yes), new Choice<Truth>(new Lists.NameUnknown(NameStatus.Temporary), Truth.Defer)], Truth.No);
    }

    private static Truth Decide(Session session)
    {
        var helo = session.Attempt.Helo;
        if (helo is null) return Truth.No;
        if (helo.StartsWith('[')) return helo.AsSpan(1).StartsWith(AttemptPart.Client.Get(session), StringComparison.Ordinal) ? Truth.Yes : Truth.No;
        return AttemptPart.HostName.Get(session) is { Length: > 0 } name && string.Equals(name, helo, StringComparison.OrdinalIgnoreCase) ? Truth.Yes : Truth.No;
    }

    private sealed class HeloForward(Origin origin) : Opaque("addresses of the HELO name", "client", 1, origin)
    {
        public override string Value(Session session) => session.Attempt.Helo ?? "";
    }
}
