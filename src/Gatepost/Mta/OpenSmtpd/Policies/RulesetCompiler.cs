using System.Collections.Immutable;
using Gatepost.Mta.OpenSmtpd.Conditions;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>The match rules as one listener asks them. The tests of a rule go in the server's order, for one that fails to answer ends it all.</summary>
internal sealed class RulesetCompiler(SmtpdConfig config, TestCompiler tests, RulesAgain again, Expander expander)
{
    /// <summary>The rules, in order.</summary>
    public RuleList Compile(Origin origin)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        if (config.SrsKey is { } key)
            rules.Add(new Rule("srs", new AllOf([SrsAddress.Instance, NullSender.Instance, Srs(key)]), [SmtpdReplies.Accept], key));
        foreach (var rule in config.Rules)
            if (Condition(rule) is { } condition)
                rules.Add(new Rule(rule.Text, condition, [Then(rule)], rule.Origin) { OnFault = SmtpdReplies.Temporary });
        return new RuleList("match", rules.ToImmutable(), origin);
    }

    /// <summary>All tests of a rule; null where the listener's tag rules it out.</summary>
    public Condition? Condition(SmtpdMatch rule)
    {
        var parts = ImmutableArray.CreateBuilder<Condition>();
        if (!again.HasTag(rule, parts)) return null;
        Add(parts, tests.From(rule));
        Add(parts, tests.For(rule));
        if (rule.Helo is not null) parts.Add(tests.In(SmtpdSubject.Helo, rule.Helo));
        if (rule.Auth is not null) parts.Add(tests.Auth(rule.Auth));
        if (rule.Tls is not null) parts.Add(new TlsTest(rule.Tls.Origin));
        if (rule.MailFrom is not null) parts.Add(tests.In(SmtpdSubject.Sender, rule.MailFrom));
        if (rule.RcptTo is not null) parts.Add(tests.In(SmtpdSubject.Recipient, rule.RcptTo));
        return parts.Count switch { 0 => Always.Instance, 1 => parts[0], _ => new AllOf(parts.ToImmutable()) };
    }

    /// <summary>What classes an address with this server's own signature: mail that it passed on before, and takes back.</summary>
    public static Opaque Srs(Origin key) => new("srs signature", "recipient", 1, key);

    private Verdict Then(SmtpdMatch rule) => rule.Action switch
    {
        null => SmtpdReplies.Invalid,
        { IsRelay: true } => SmtpdReplies.Accept,
        var action => new Verdict.Enter(expander.Of(action)),
    };

    private static void Add(ImmutableArray<Condition>.Builder parts, Condition? part)
    {
        if (part is not null) parts.Add(part);
    }
}
