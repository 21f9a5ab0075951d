using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Acls;

/// <summary>A statement: a verb with conditions and modifiers, which are looked at in order.</summary>
internal sealed record AclStatement(AclVerb Verb, ImmutableArray<AclElement> Elements, Origin Origin)
{
    /// <summary>The statement as reports show it, without what changes nothing.</summary>
    public string Written => Shorten.To($"{Verb.ToString().ToLowerInvariant()} {string.Join(", ", Elements.Where(static e => !AclElements.IsMute(e.Name)))}".TrimEnd());
}
