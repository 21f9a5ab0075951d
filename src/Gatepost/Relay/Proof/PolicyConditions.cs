using Gatepost.Relay.Conditions;

namespace Gatepost.Relay.Proof;

/// <summary>The conditions that a policy asks, each once: leaves, opaque ones, and those of a kind that the proof does not know.</summary>
internal sealed class PolicyConditions
{
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>Gathers them from every list, entered ones too, and the classes.</summary>
    public PolicyConditions(RelayPolicy policy)
    {
        Add(policy.Classes);
        Add(policy.Otherwise);
        foreach (var list in policy.Stages.SelectMany(static s => s.Lists)) Add(list);
    }

    private PolicyConditions(Condition condition) => Add(condition);

    private PolicyConditions(IEnumerable<Stage> stages)
    {
        foreach (var list in stages.SelectMany(static s => s.Lists)) Add(list);
    }

    public List<Leaf> Leaves { get; } = [];

    public List<Opaque> Opaques { get; } = [];

    public List<Condition> Unknown { get; } = [];

    /// <summary>The lists, entered ones too, in the order in which they are met.</summary>
    public List<RuleList> Lists { get; } = [];

    /// <summary>The leaves of a single condition.</summary>
    public static IReadOnlyList<Leaf> LeavesOf(Condition condition) => new PolicyConditions(condition).Leaves;

    /// <summary>The leaves that some stages ask.</summary>
    public static IReadOnlyList<Leaf> LeavesOf(IEnumerable<Stage> stages) => new PolicyConditions(stages).Leaves;

    private void Add(RuleList list)
    {
        if (!_seen.Add(list)) return;
        Lists.Add(list);
        foreach (var rule in list.Rules)
        {
            Add(rule.When);
            foreach (var verdict in rule.Cases) Add(verdict);
            if (rule.OnFault is not null) Add(rule.OnFault);
        }
    }

    private void Add(Verdict verdict)
    {
        if (verdict is Verdict.Enter enter) Add(enter.List);
    }

    private void Add(Condition condition)
    {
        if (!_seen.Add(condition)) return;
        switch (condition)
        {
            case Leaf leaf:
                Leaves.Add(leaf);
                break;
            case Opaque opaque:
                Opaques.Add(opaque);
                break;
            case Always or Not or AllOf or AnyOf or FirstOf or ClassIs:
                foreach (var part in condition.Parts) Add(part);
                break;
            default:
                Unknown.Add(condition);
                break;
        }
    }
}
