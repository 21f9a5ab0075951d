using System.Collections.Immutable;
using Gatepost.Mta.OpenSmtpd.Conditions;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Mta.OpenSmtpd.Tables;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>
/// The match rules as they are asked for an address that an alias leads to: the mail then counts as the machine's own, and the address is known beforehand. The HELO
/// name, the login and the sender stay those of the session.
/// </summary>
internal sealed class RulesAgain(SmtpdConfig config, TestCompiler tests, string tag)
{
    private const string Local = "local";

    /// <summary>The rules that may take the address, in order, each with what must hold besides; null where nothing must, after which no rule is asked.</summary>
    public IEnumerable<(SmtpdMatch Rule, Condition? Condition)> For(string address)
    {
        foreach (var rule in config.Rules)
        {
            var parts = ImmutableArray.CreateBuilder<Condition>();
            if (!Holds(rule, address, parts)) continue;
            if (parts.Count == 0)
            {
                yield return (rule, null);
                yield break;
            }

            yield return (rule, parts.Count == 1 ? parts[0] : new AllOf(parts.ToImmutable()));
        }
    }

    /// <summary>True where the tag of the listener lets a rule take part.</summary>
    public bool HasTag(SmtpdMatch rule, ImmutableArray<Condition>.Builder parts) =>
        Known(rule.Tag, parts, SmtpdSubject.Tag, tag);

    private bool Holds(SmtpdMatch rule, string address, ImmutableArray<Condition>.Builder parts)
    {
        var key = AsciiText.Lower(address);
        var domain = MailKeys.Split(key).Domain;
        if (!HasTag(rule, parts) || !From(rule, parts)) return false;
        var isFor = rule.For switch
        {
            SmtpdFor.Any => rule.ForTest is not { IsNegated: true },
            SmtpdFor.Local => tests.IsLocalName(domain) != (rule.ForTest is { IsNegated: true }),
            _ => Known(rule.ForTest, parts, SmtpdSubject.RecipientDomain, domain),
        };
        if (!isFor) return false;
        if (rule.Helo is not null) parts.Add(tests.In(SmtpdSubject.Helo, rule.Helo));
        if (rule.Auth is not null) parts.Add(tests.Auth(rule.Auth));
        if (rule.Tls is not null) parts.Add(new TlsTest(rule.Tls.Origin));
        if (rule.MailFrom is not null) parts.Add(tests.In(SmtpdSubject.Sender, rule.MailFrom));
        return Known(rule.RcptTo, parts, SmtpdSubject.Recipient, key) || rule.Tls is not null;
    }

    private bool From(SmtpdMatch rule, ImmutableArray<Condition>.Builder parts)
    {
        var isNegated = rule.FromTest is { IsNegated: true };
        switch (rule.From)
        {
            case SmtpdFrom.Any or SmtpdFrom.Local: return !isNegated;
            case SmtpdFrom.Socket: return false;
            default:
                return rule.FromTest!.Table is not null && Known(rule.FromTest, parts, SmtpdSubject.Tag, Local);
        }
    }

    // A test of something that is known. Of a table that is not at hand it becomes a condition.
    private bool Known(SmtpdTest? test, ImmutableArray<Condition>.Builder parts, SmtpdSubject subject, string key)
    {
        if (test is null) return true;
        if (test.Table is { Source: { } source } table)
        {
            parts.Add(TestCompiler.Negate(test, new Opaque(source, key, 1, table.Origin) { MayFail = true }));
            return true;
        }

        return (tests.Keys(subject, test.Table!, test.IsRegex).Find(key) is not null) != test.IsNegated;
    }
}
