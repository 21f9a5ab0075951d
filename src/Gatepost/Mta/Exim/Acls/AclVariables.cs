using System.Collections.Immutable;
using Gatepost.Mta.Exim.Expansions;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Exim.Acls;

/// <summary>What ACLs have assigned so far, as one session comes along.</summary>
internal sealed class AclVariables(bool isStrict)
{
    private const int MostAssignments = 64;

    private readonly Dictionary<string, ImmutableArray<Choice<Expansion>>> _assigned = new(StringComparer.Ordinal);

    /// <summary>The variables at this place.</summary>
    public ImmutableDictionary<string, Expansion> Current { get; private set; } = ImmutableDictionary<string, Expansion>.Empty;

    /// <summary>Assigns a value where a condition holds.</summary>
    public void Set(string name, Condition when, Expansion value)
    {
        var before = _assigned.GetValueOrDefault(name, name == "local_part" ? [new Choice<Expansion>(Always.Instance, new PartExpansion(AttemptPart.LocalPart))] : []);
        ImmutableArray<Choice<Expansion>> now = when is Always ? [new Choice<Expansion>(when, value)] : [new Choice<Expansion>(when, value), .. before];
        _assigned[name] = now;
        // A chain that grows without end is no longer followed.
        Current = Current.SetItem(name, now.Length > MostAssignments ? new OutsideExpansion() : new AclVariable(now, Unset(name)));
    }

    /// <summary>Binds a name for a while: an argument of a nested ACL.</summary>
    public ImmutableDictionary<string, Expansion> Bind(string name, Expansion value)
    {
        var before = Current;
        Current = Current.SetItem(name, value);
        return before;
    }

    /// <summary>Takes the arguments of a nested ACL away again.</summary>
    public void Restore(ImmutableDictionary<string, Expansion> before)
    {
        foreach (var name in Current.Keys.Where(static n => n.StartsWith("acl_arg", StringComparison.Ordinal) || n == "acl_narg").ToList())
            Current = before.TryGetValue(name, out var value) ? Current.SetItem(name, value) : Current.Remove(name);
    }

    /// <summary>MAIL begins a message: the variables of the message are new.</summary>
    public void BeginMessage()
    {
        foreach (var name in _assigned.Keys.Where(static n => n.StartsWith("acl_m", StringComparison.Ordinal)).ToList())
        {
            _assigned.Remove(name);
            Current = Current.Remove(name);
        }
    }

    private Expanded Unset(string name) => isStrict ? Expanded.Failed : Expanded.Of("");
}
