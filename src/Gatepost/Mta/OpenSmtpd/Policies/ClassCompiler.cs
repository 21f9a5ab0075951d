using System.Collections.Immutable;
using Gatepost.Mta.OpenSmtpd.Conditions;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Mta.OpenSmtpd.Tables;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>
/// What a recipient's domain is to the server. A domain that a rule names is the server's by the action of that rule, whoever asks; a name that stands for many
/// (<c>*</c>, a regular expression) names none. Any other recipient is what the rule that takes the attempt makes of it: its own where it is delivered here.
/// </summary>
internal sealed class ClassCompiler(SmtpdConfig config, SmtpdHost host, TestCompiler tests, RulesetCompiler rules)
{
    private const int LastClass = (int)AddressClass.RelayDomain;

    /// <summary>The condition that gives the class.</summary>
    public Condition Compile()
    {
        var cases = ImmutableArray.CreateBuilder<FirstOf.Case>();
        if (config.SrsKey is { } key)
            cases.Add(new FirstOf.Case(new AllOf([SrsAddress.Instance, NullSender.Instance, RulesetCompiler.Srs(key)]), (int)AddressClass.RelayDomain));
        foreach (var rule in config.Rules)
            if (rule.Action is not null && Names(rule) is { } names)
                cases.Add(new FirstOf.Case(names, (int)ClassOf(rule)));
        if (config.Rules.Any(r => r.Action is { IsRelay: false } && IsOpenEnded(r)))
            foreach (var rule in config.Rules)
                if (rules.Condition(rule) is { } condition)
                    cases.Add(new FirstOf.Case(condition, rule.Action is { IsRelay: false } ? (int)ClassOf(rule) : 0));
        return new FirstOf(cases.ToImmutable(), LastClass);
    }

    /// <summary>The domains that the rules name.</summary>
    public ImmutableArray<OwnDomain> Domains() =>
    [
        .. config.Rules.Where(static r => r.Action is not null && r.ForTest is not { IsNegated: true })
            .SelectMany(r => Entries(r).Where(static e => e.Key.Length > 0 && e.Key[0] != '[').Select(e => new OwnDomain(e.Key, ClassOf(r), e.Origin)))
            .DistinctBy(static d => d.Name),
    ];

    private static AddressClass ClassOf(SmtpdMatch rule) =>
        rule.Action is { IsRelay: true } ? AddressClass.RelayDomain : rule.Action is { Virtual: not null } ? AddressClass.Virtual : AddressClass.Local;

    private IEnumerable<SmtpdEntry> Entries(SmtpdMatch rule) => rule.For switch
    {
        SmtpdFor.Local => host.LocalNames.Where(static e => !e.Key.StartsWith('[') && e.Origin.Line == 0),
        SmtpdFor.Domain when !rule.ForTest!.IsRegex => rule.ForTest.Table!.Entries.Where(static e => IsName(e.Key)),
        _ => [],
    };

    // A name, or *.name of two labels or more.
    private static bool IsName(string key) =>
        !key.Contains('*', StringComparison.Ordinal) || (DomainKeys.IsBelow(key) && key.IndexOf('.', 2) > 0);

    private Condition? Names(SmtpdMatch rule)
    {
        if (rule.ForTest is { IsNegated: true }) return null;
        switch (rule.For)
        {
            case SmtpdFor.Local: return tests.LocalNames;
            case SmtpdFor.Domain when rule.ForTest!.IsRegex: return null;
            case SmtpdFor.Domain:
                var table = rule.ForTest.Table!;
                if (table.Source is not null) return tests.In(SmtpdSubject.RecipientDomain, rule.ForTest);
                SmtpdEntry[] names = [.. table.Entries.Where(static e => IsName(e.Key))];
                return names.Length == 0 ? null : new KeyIn(SmtpdSubject.RecipientDomain, new DomainKeys(names), table.Name);
            default:
                if (rule.RcptTo is not { IsNegated: false, IsRegex: false, Table: { Source: null } addresses }) return null;
                SmtpdEntry[] named = [.. addresses.Entries.Where(static e => MailKeys.Split(e.Key).Domain is { Length: > 0 } domain && IsName(domain))];
                return named.Length == 0 ? null : new KeyIn(SmtpdSubject.Recipient, new MailKeys(named, config.Delimiter), addresses.Name);
        }
    }

    private static bool IsOpenEnded(SmtpdMatch rule) =>
        rule.ForTest is { IsNegated: true } || rule.For switch
        {
            SmtpdFor.Local => false,
            SmtpdFor.Any => true,
            _ => rule.ForTest!.IsRegex || rule.ForTest.Table!.Entries.Any(static e => !IsName(e.Key)),
        };
}
