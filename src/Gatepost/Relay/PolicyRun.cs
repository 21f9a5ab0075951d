using System.Collections.Immutable;
using Gatepost.Smtp;

namespace Gatepost.Relay;

/// <summary>One way through a policy: the state that rules leave for later rules, and the trace.</summary>
internal sealed class PolicyRun(RelayPolicy policy, Session session)
{
    // A finished run leaves its array to the next one on the same thread.
    [ThreadStatic]
    private static TraceStep[]? _spare;

    private TraceStep[] _trace = Spare();
    private int _steps;
    private ReplyText? _deferIfPermit;
    private ReplyText? _deferIfReject;
    private ReplyText? _reply;
    private bool _discards;

    private enum Flow
    {
        On,
        Permit,
        PermitStage,
        Accept,
        Refuse,
        Unknown,
    }

    /// <summary>The condition whose answer is missing; null where the run came to its end.</summary>
    public Opaque? Missing { get; private set; }

    public Decision Decide()
    {
        var addresses = SmtpPhase.Connect;
        foreach (var stage in policy.Stages)
        {
            if (!stage.IsBeforeAddresses && Addresses(ref addresses, stage.Phase) is { } early) return early;
            _deferIfReject = null;
            switch (Ask(stage))
            {
                case Flow.Refuse: return End(stage.Phase, accepted: false);
                case Flow.Accept: return End(stage.Phase, accepted: true);
                case Flow.Unknown: return Unfinished(stage.Phase);
            }
        }

        if (Addresses(ref addresses, SmtpPhase.Rcpt) is { } late) return late;
        if (_deferIfPermit is not null) return End(SmtpPhase.Rcpt, accepted: true);
        return Apply(policy.Otherwise, null, null, default, false, 0) switch
        {
            Flow.Refuse => End(SmtpPhase.Rcpt, accepted: false),
            Flow.Unknown => Unfinished(SmtpPhase.Rcpt),
            _ => End(SmtpPhase.Rcpt, accepted: true),
        };
    }

    private static TraceStep[] Spare()
    {
        var spare = _spare ?? new TraceStep[32];
        _spare = null;
        return spare;
    }

    private ImmutableArray<TraceStep> Trace()
    {
        var steps = ImmutableArray.Create(_trace, 0, _steps);
        _spare = _trace;
        return steps;
    }

    private void Add(RuleList? list, Rule? rule, in Answer answer, Verdict verdict, bool isOnlyWarned, int depth)
    {
        if (_steps == _trace.Length) Array.Resize(ref _trace, _steps * 2);
        _trace[_steps++] = new TraceStep(list, rule, answer, verdict) { Depth = depth, IsOnlyWarned = isOnlyWarned };
    }

    // Before the rules of MAIL and RCPT the server looks at the addresses themselves.
    private Decision? Addresses(ref SmtpPhase done, SmtpPhase phase)
    {
        if (done < SmtpPhase.Mail && phase >= SmtpPhase.Mail && session.Sender.Problem is { } sender)
        {
            _reply = sender;
            return End(SmtpPhase.Mail, accepted: false);
        }

        if (done < SmtpPhase.Rcpt && phase >= SmtpPhase.Rcpt)
        {
            _reply = session.Recipient.Problem;
            if (_reply is not null) return End(SmtpPhase.Rcpt, accepted: false);
            if (session.Recipient.IsAlwaysAccepted)
            {
                _deferIfPermit = null;
                return End(SmtpPhase.Rcpt, accepted: true);
            }
        }

        if (phase > done) done = phase;
        return null;
    }

    private Flow Ask(Stage stage)
    {
        foreach (var list in stage.Lists)
        {
            var flow = Ask(list, warnsOnly: false, depth: 0);
            if (flow is Flow.Refuse or Flow.Accept or Flow.Unknown) return flow;
            if (flow == Flow.PermitStage) break;
        }

        return Flow.On;
    }

    private Flow Ask(RuleList list, bool warnsOnly, int depth)
    {
        foreach (var rule in list.Rules)
        {
            var answer = rule.When.Ask(session);
            if (answer.IsUnknown)
            {
                Missing = answer.Asked;
                return Flow.Unknown;
            }

            var verdict = answer.Value > 0 ? rule.Cases[answer.Value - 1]
                : answer.IsFault && rule.OnFault is not null ? rule.OnFault : Verdict.Next.Instance;
            if (verdict is Verdict.Leave)
            {
                Add(list, rule, answer, verdict, isOnlyWarned: false, depth);
                return Flow.On;
            }

            var flow = Apply(verdict, list, rule, answer, warnsOnly || rule.WarnsOnly, depth);
            if (flow != Flow.On) return flow;
            if (_deferIfPermit is not null && _deferIfReject is not null) return Flow.On;
        }

        return Flow.On;
    }

    private Flow Apply(Verdict verdict, RuleList? list, Rule? rule, in Answer answer, bool warnsOnly, int depth)
    {
        Add(list, rule, answer, verdict, warnsOnly && verdict is Verdict.Refuse, depth);
        if (verdict is Verdict.Next) return Flow.On;
        switch (verdict)
        {
            case Verdict.Permit: return Flow.Permit;
            case Verdict.PermitStage: return Flow.PermitStage;
            case Verdict.Accept accept:
                _discards = accept.Discards;
                return Flow.Accept;
            case Verdict.Refuse when warnsOnly: return Flow.On;
            case Verdict.Refuse refuse:
                _reply = _deferIfReject is not null && refuse.Reply is ({ IsTemporary: false } or { IsSoftened: true }) ? _deferIfReject : refuse.Reply;
                return Flow.Refuse;
            case Verdict.Enter enter: return Ask(enter.List, warnsOnly, depth + 1);
            case Verdict.DeferIfPermit defer:
                _deferIfPermit ??= defer.Reply;
                return Flow.On;
            case Verdict.DeferIfReject defer:
                _deferIfReject ??= defer.Reply;
                return Flow.On;
            default: return Flow.On;
        }
    }

    private Decision End(SmtpPhase phase, bool accepted)
    {
        if (accepted && _deferIfPermit is not null)
        {
            _reply = _deferIfPermit;
            accepted = false;
        }

        var classified = session.Class;
        if (classified.IsUnknown && accepted)
        {
            Missing = classified.Asked;
            return Unfinished(phase);
        }

        return new Decision
        {
            Kind = accepted ? DecisionKind.Accept : _reply is { IsTemporary: true } ? DecisionKind.Defer : DecisionKind.Refuse,
            Phase = phase,
            Reply = accepted ? null : _reply?.Fill(session),
            IsTextKnown = accepted || _reply?.Text is not null,
            Class = classified.Value < 0 ? null : (AddressClass)classified.Value,
            ClassOrigin = classified.Value > 0 ? classified.At : null,
            IsDiscarded = accepted && _discards,
            Trace = Trace(),
        };
    }

    private Decision Unfinished(SmtpPhase phase) => new() { Kind = DecisionKind.Depends, Phase = phase, Trace = Trace() };
}
