using System.Collections.Immutable;
using Gatepost.Mta.OpenSmtpd.Conditions;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>The filters of a listener as rules of one phase. A filter that lets pass ends the phase; a program may do anything.</summary>
internal sealed class FilterCompiler(SmtpdFilter? filter, TestCompiler tests)
{
    /// <summary>The filters of some phases.</summary>
    public RuleList Compile(string phase, params ReadOnlySpan<SmtpdFilterPhase> of)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        foreach (var one in filter?.All ?? [])
        {
            if (one.Program is not null)
            {
                if (of.Contains(SmtpdFilterPhase.RcptTo)) rules.Add(Program(one));
            }
            else if (of.Contains(one.Phase) && one.Does != SmtpdFilterAction.Report)
            {
                rules.Add(Builtin(one));
            }
        }

        return new RuleList($"filter {phase}", rules.ToImmutable(), filter?.Origin ?? Origin.Default);
    }

    // It may refuse at any phase; what it says is not known.
    private static Rule Program(SmtpdFilter one) => new(one.Text, new Opaque($"filter {one.Program}", "session", 2, one.Origin), [SmtpdReplies.Unknown(550), SmtpdReplies.Unknown(451)], one.Origin);

    private Rule Builtin(SmtpdFilter one)
    {
        var asks = Test(one);
        // A client chooses between HELO and EHLO.
        var ehlo = new Opaque("EHLO rather than HELO", "command", 1, one.Origin);
        if (one.Phase == SmtpdFilterPhase.Ehlo) asks = new AllOf([asks, ehlo]);
        if (one.Phase == SmtpdFilterPhase.Helo) asks = new AllOf([asks, new Not(ehlo)]);
        if (one.Does == SmtpdFilterAction.Rewrite && one.Phase != SmtpdFilterPhase.Connect)
            return new Rule(one.Text, new AllOf([asks, new Opaque($"filter {one.Name}", "rewritten value", 1, one.Origin)]), [SmtpdReplies.Unknown(550)], one.Origin);
        return Rule.Of(one.Text, asks, one.Does is SmtpdFilterAction.Reject or SmtpdFilterAction.Disconnect ? SmtpdReplies.Filter(one.Parameter) : Verdict.Permit.Instance, one.Origin);
    }

    // A lookup that fails counts as none here, and what is missing is not in any table, so that a negated test holds.
    private Condition Test(SmtpdFilter one)
    {
        var test = one.Test!;
        switch (one.Looks)
        {
            case SmtpdFilterTest.Fcrdns: return TestCompiler.Negate(test, new HasName(verified: true));
            case SmtpdFilterTest.Source: return TestCompiler.Negate(test, tests.Source(test));
            case SmtpdFilterTest.Rdns when test.Table is null: return TestCompiler.Negate(test, new HasName(verified: false));
            case SmtpdFilterTest.Auth when test.Table is null: return TestCompiler.Negate(test, new HasLogin());
            default:
                var subject = one.Looks switch
                {
                    SmtpdFilterTest.Rdns => SmtpdSubject.ClientNameOrUnknown,
                    SmtpdFilterTest.Helo => SmtpdSubject.Helo,
                    SmtpdFilterTest.Auth => SmtpdSubject.Login,
                    SmtpdFilterTest.MailFrom => SmtpdSubject.WrittenSender,
                    _ => SmtpdSubject.WrittenRecipient,
                };
                return tests.In(subject, test);
        }
    }
}
