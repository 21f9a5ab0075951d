using Gatepost.Relay.Proof.Diagrams;
using Gatepost.Smtp;

namespace Gatepost.Relay.Proof;

/// <summary>
/// Puts all attempts to a policy at once: <c>PolicyRun</c> over sets instead of single attempts, step by step the same. A test holds the two together.
/// </summary>
internal sealed class SymbolicRun
{
    private readonly PolicySpace _space;
    private readonly RelayPolicy _policy;
    private readonly int _number;
    private readonly ConditionDiagrams _conditions;
    private readonly Dictionary<Rule, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly List<RuleReach> _rules = [];
    private readonly Dictionary<Outcome, Diagram> _outcomes = [];

    /// <summary>Runs it.</summary>
    public SymbolicRun(PolicySpace space, RelayPolicy policy, int number = 0)
    {
        _space = space;
        _policy = policy;
        _conditions = new ConditionDiagrams(space, number);
        _number = number;
        Run();
    }

    /// <summary>The attempts by how they end: a partition of all.</summary>
    public IReadOnlyDictionary<Outcome, Diagram> Outcomes => _outcomes;

    /// <summary>Every rule that can be asked, with what becomes of attempts at it. A list that is entered from several places has its rules once.</summary>
    public IReadOnlyList<RuleReach> Rules => _rules;

    /// <summary>The function from attempts to the class of the recipient.</summary>
    public Diagram Classes => _conditions.Of(_policy.Classes);

    private DiagramStore Store => _space.Store;

    /// <summary>The answers of a condition.</summary>
    public Diagram Answers(Condition condition) => _conditions.Of(condition);

    /// <summary>The attempts that end in one of some ways.</summary>
    public Diagram Ending(Func<Outcome, bool> so) =>
        _outcomes.Where(o => so(o.Key)).Aggregate(Diagram.Nothing, (all, next) => Store.Or(all, next.Value));

    private void Run()
    {
        var flows = new Flows(Store);
        flows.Add(default, Diagram.Everything);
        var done = SmtpPhase.Connect;
        foreach (var stage in _policy.Stages)
        {
            if (!stage.IsBeforeAddresses) flows = Addresses(flows, ref done, stage.Phase);
            flows = Ask(stage, flows.WithoutIfReject());
        }

        flows = Addresses(flows, ref done, SmtpPhase.Rcpt);
        var end = new Exits(Store);
        foreach (var (pending, set) in flows.All)
            if (pending.IfPermit != ReplyKind.None) Accept(set, pending, SmtpPhase.Rcpt, false, -1);
            else Apply(_policy.Otherwise, null, null, set, pending, false, SmtpPhase.Rcpt, end, end.On);
        foreach (var left in (Flows[])[end.On, end.Permit, end.PermitStage])
            foreach (var (pending, set) in left.All) Accept(set, pending, SmtpPhase.Rcpt, false, -1);
    }

    // Before the rules of MAIL and RCPT the server looks at the addresses themselves.
    private Flows Addresses(Flows flows, ref SmtpPhase done, SmtpPhase phase)
    {
        if (done < SmtpPhase.Mail && phase >= SmtpPhase.Mail) flows = Split(flows, _space.Note(_number, Dimension.Sender, 0), SmtpPhase.Mail);
        if (done < SmtpPhase.Rcpt && phase >= SmtpPhase.Rcpt)
        {
            flows = Split(flows, _space.Note(_number, Dimension.Recipient, 0), SmtpPhase.Rcpt);
            var always = _space.Note(_number, Dimension.Recipient, 1);
            var rest = new Flows(Store);
            foreach (var (pending, set) in flows.All)
            {
                Accept(Store.And(set, always), pending, SmtpPhase.Rcpt, false, -1);
                rest.Add(pending, Store.Without(set, always));
            }

            flows = rest;
        }

        if (phase > done) done = phase;
        return flows;
    }

    private Flows Split(Flows flows, Diagram problems, SmtpPhase phase)
    {
        var rest = new Flows(Store);
        foreach (var (pending, set) in flows.All)
            foreach (var problem in Store.Numbers(problems))
            {
                var part = Store.And(set, Store.Where(problems, problem));
                if ((ReplyKind)problem == ReplyKind.None) rest.Add(pending, part);
                else Refuse(part, (ReplyKind)problem, phase, -1);
            }

        return rest;
    }

    private Flows Ask(Stage stage, Flows flows)
    {
        var content = new Flows(Store);
        foreach (var list in stage.Lists)
        {
            var exits = new Exits(Store);
            Ask(list, flows, false, stage.Phase, exits);
            content.Add(exits.PermitStage);
            flows = exits.On;
            flows.Add(exits.Permit);
        }

        flows.Add(content);
        return flows;
    }

    private void Ask(RuleList list, Flows flows, bool warnsOnly, SmtpPhase phase, Exits exits)
    {
        foreach (var rule in list.Rules)
        {
            if (flows.IsEmpty) break;
            var next = new Flows(Store);
            var reach = _rules[Number(list, rule)];
            var verdicts = new List<Verdict>();
            var which = Store.Map(_conditions.Of(rule.When), n => Verdicts(verdicts, rule, n));
            foreach (var (pending, set) in flows.All)
            {
                reach.Reached = Store.Or(reach.Reached, set);
                for (var i = 0; i < verdicts.Count; i++)
                {
                    var part = Store.And(set, Store.Where(which, i));
                    if (part == Diagram.Nothing) continue;
                    if (verdicts[i] is not Verdict.Next) reach.Held = Store.Or(reach.Held, part);
                    Apply(verdicts[i], list, rule, part, pending, warnsOnly || rule.WarnsOnly, phase, exits, next);
                }
            }

            foreach (var (_, set) in flows.All) reach.Left = Store.Or(reach.Left, set);
            foreach (var (_, set) in next.All) reach.Left = Store.Without(reach.Left, set);
            // Where both are pending the list ends: whatever follows, the attempt is deferred.
            flows = new Flows(Store);
            foreach (var (pending, set) in next.All) (pending is { IfPermit: not ReplyKind.None, IfReject: not ReplyKind.None } ? exits.On : flows).Add(pending, set);
        }

        exits.On.Add(flows);
    }

    // Answers that lead to the same, but for the words, are one.
    private static int Verdicts(List<Verdict> verdicts, Rule rule, int answer)
    {
        var verdict = answer > 0 ? rule.Cases[answer - 1]
            : answer == Answer.FaultValue && rule.OnFault is not null ? rule.OnFault : Verdict.Next.Instance;
        if (verdict is Verdict.Refuse refuse) verdict = Coarse(refuse);
        var known = verdicts.IndexOf(verdict);
        if (known >= 0) return known;
        verdicts.Add(verdict);
        return verdicts.Count - 1;
    }

    private static readonly Verdict.Refuse Permanent = new(new ReplyText(550, null, null));
    private static readonly Verdict.Refuse Temporary = new(new ReplyText(450, null, null));
    private static readonly Verdict.Refuse Closed = new((ReplyText?)null);

    private static Verdict.Refuse Coarse(Verdict.Refuse refuse) => refuse.Reply is null ? Closed : refuse.Reply.IsTemporary ? Temporary : Permanent;

    private void Apply(Verdict verdict, RuleList? list, Rule? rule, Diagram set, Pending pending, bool warnsOnly, SmtpPhase phase, Exits exits, Flows next)
    {
        switch (verdict)
        {
            case Verdict.Permit:
                exits.Permit.Add(pending, set);
                break;
            case Verdict.PermitStage:
                exits.PermitStage.Add(pending, set);
                break;
            case Verdict.Leave:
                exits.On.Add(pending, set);
                break;
            case Verdict.Accept accept:
                Accept(set, pending, phase, accept.Discards, Number(list, rule));
                break;
            case Verdict.Refuse when warnsOnly:
                next.Add(pending, set);
                break;
            case Verdict.Refuse refuse:
                var kind = ReplyKinds.OfRefusal(refuse.Reply);
                Refuse(set, kind == ReplyKind.Permanent && pending.IfReject != ReplyKind.None ? pending.IfReject : kind, phase, Number(list, rule));
                break;
            case Verdict.Enter enter:
                var inner = new Exits(Store);
                var into = new Flows(Store);
                into.Add(pending, set);
                Ask(enter.List, into, warnsOnly, phase, inner);
                next.Add(inner.On);
                exits.Permit.Add(inner.Permit);
                exits.PermitStage.Add(inner.PermitStage);
                break;
            case Verdict.DeferIfPermit defer:
                next.Add(pending.IfPermit == ReplyKind.None ? pending with { IfPermit = ReplyKinds.Of(defer.Reply) } : pending, set);
                break;
            case Verdict.DeferIfReject defer:
                next.Add(pending.IfReject == ReplyKind.None ? pending with { IfReject = ReplyKinds.Of(defer.Reply) } : pending, set);
                break;
            default:
                next.Add(pending, set);
                break;
        }
    }

    private void Accept(Diagram set, Pending pending, SmtpPhase phase, bool discards, int rule)
    {
        if (pending.IfPermit != ReplyKind.None) Refuse(set, pending.IfPermit, phase, rule);
        else Add(new Outcome(DecisionKind.Accept, phase, false, discards, rule), set);
    }

    private void Refuse(Diagram set, ReplyKind kind, SmtpPhase phase, int rule) =>
        Add(new Outcome(kind == ReplyKind.Temporary ? DecisionKind.Defer : DecisionKind.Refuse, phase, kind == ReplyKind.Closed, false, rule), set);

    private void Add(Outcome outcome, Diagram set)
    {
        if (set == Diagram.Nothing) return;
        if (outcome.Rule >= 0) _rules[outcome.Rule].Ended = Store.Or(_rules[outcome.Rule].Ended, set);
        _outcomes[outcome] = _outcomes.TryGetValue(outcome, out var known) ? Store.Or(known, set) : set;
    }

    private int Number(RuleList? list, Rule? rule)
    {
        if (rule is null) return -1;
        if (_numbers.TryGetValue(rule, out var number)) return number;
        _numbers.Add(rule, _rules.Count);
        _rules.Add(new RuleReach(list, rule));
        return _rules.Count - 1;
    }
}
