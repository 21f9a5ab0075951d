using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Expansions;

/// <summary>What a string is expanded in: the session, and what the items around it found.</summary>
/// <param name="Session">The attempt; null where the string must not depend on one.</param>
/// <param name="Value"><c>$value</c>: what the lookup around it found.</param>
/// <param name="Groups"><c>$0</c>, <c>$1</c> …: what the regular expression around it matched.</param>
internal readonly record struct Scope(Session? Session, string? Value, ImmutableArray<string> Groups)
{
    public static Scope Of(Session? session) => new(session, null, []);
}
