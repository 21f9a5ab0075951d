using System.Collections.Immutable;
using Gatepost.Mta.Exim.Expansions;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim;

/// <summary>Where a string stands: it decides what its variables mean.</summary>
/// <param name="World">The configuration.</param>
/// <param name="Phase">What of the attempt is known.</param>
internal sealed record ExpansionContext(EximWorld World, EximPhase Phase)
{
    /// <summary>ACL variables by name (<c>acl_m_x</c>), and <c>acl_arg1</c> ….</summary>
    public ImmutableDictionary<string, Expansion> Variables { get; init; } = ImmutableDictionary<string, Expansion>.Empty;

    /// <summary><c>$item</c> of <c>forany</c>; null outside.</summary>
    public string? Item { get; init; }

    /// <summary>How deep lists stand in lists.</summary>
    public int Depth { get; init; }

    /// <summary>Reads a string that stands at a place.</summary>
    public Expansion Read(string text, Origin origin) => ExpansionReader.Read(this, text, origin);
}
