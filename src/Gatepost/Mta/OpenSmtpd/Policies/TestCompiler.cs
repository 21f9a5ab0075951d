using System.Collections.Immutable;
using Gatepost.Mta.OpenSmtpd.Conditions;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Mta.OpenSmtpd.Tables;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>Makes conditions of tests. Null stands for a test that always holds.</summary>
internal sealed class TestCompiler(SmtpdConfig config, SmtpdHost host, SmtpdNotes notes)
{
    private readonly Dictionary<(SmtpdSubject, SmtpdTable, bool), Condition> _made = [];
    private readonly Dictionary<(SmtpdSubject, SmtpdTable), SmtpdKeys> _keys = [];
    private readonly Dictionary<SmtpdTable, RegexKeys> _expressions = [];
    private readonly DomainKeys _localNames = new(host.LocalNames);
    private KeyIn? _local;

    /// <summary>The recipient's domain is one of the machine's own names.</summary>
    public Condition LocalNames => _local ??= new KeyIn(SmtpdSubject.RecipientDomain, _localNames, "local names");

    /// <summary>True for one of the machine's own names.</summary>
    public bool IsLocalName(string domain) => _localNames.Find(domain) is not null;

    /// <summary>The subject is in the test's table.</summary>
    public Condition In(SmtpdSubject subject, SmtpdTest test) => Negate(test, In(subject, test.Table!, test.IsRegex));

    /// <summary>The <c>from</c> of a rule, for a client from the network.</summary>
    public Condition? From(SmtpdMatch rule)
    {
        var test = rule.FromTest;
        switch (rule.From)
        {
            case SmtpdFrom.Any: return test is { IsNegated: true } ? Never(test) : null;
            case SmtpdFrom.Local: return Negate(test, host.Local);
            case SmtpdFrom.Socket: return test!.IsNegated ? null : Never(test);
            case SmtpdFrom.Source: return Negate(test, Source(test!));
            // A client without a name fails the test whether it is negated or not.
            case SmtpdFrom.Name when test!.Table is not null:
                var named = In(SmtpdSubject.ClientName, test);
                return test.IsNegated ? new AllOf([new HasName(verified: false), named]) : named;
            default: return Negate(test, new HasName(verified: false));
        }
    }

    /// <summary>The <c>for</c> of a rule.</summary>
    public Condition? For(SmtpdMatch rule) => rule.For switch
    {
        SmtpdFor.Any => rule.ForTest is { IsNegated: true } test ? Never(test) : null,
        SmtpdFor.Local => Negate(rule.ForTest, LocalNames),
        _ => In(SmtpdSubject.RecipientDomain, rule.ForTest!),
    };

    /// <summary>The <c>auth</c> of a rule.</summary>
    public Condition Auth(SmtpdTest test)
    {
        var login = new HasLogin();
        if (test.Table is null) return Negate(test, login);
        // A login that holds an @ is compared as a mail address.
        var keys = test.Table.Source is not null || test.IsRegex
            ? In(SmtpdSubject.Login, test.Table, test.IsRegex)
            : new KeyIn(SmtpdSubject.Login, new LoginKeys(test.Table.Entries, config.Delimiter), test.Table.Name);
        return Negate(test, new AllOf([login, keys]));
    }

    /// <summary>The client's address is in the test's table.</summary>
    public Condition Source(SmtpdTest test)
    {
        var table = test.Table!;
        if (test.IsRegex) return table.Source is not null ? new OutsideClient(table.Source, table.Origin) { MayFail = true } : new AddressMatches(Regex(table), table.Name, test.Origin);
        return table.Source is not null ? new OutsideClient(table.Source, table.Origin) { MayFail = true } : new ClientIn(table.Name, Networks(table));
    }

    /// <summary>The other way round where the test is negated.</summary>
    public static Condition Negate(SmtpdTest? test, Condition condition) => test is { IsNegated: true } ? new Not(condition) : condition;

    /// <summary>A table's regular expressions; those that cannot be read prevent a proof.</summary>
    public RegexKeys Regex(SmtpdTable table)
    {
        if (_expressions.TryGetValue(table, out var keys)) return keys;
        _expressions[table] = keys = new RegexKeys(table.Entries);
        foreach (var entry in keys.Unread)
        {
            notes.Problem(entry.Origin, ConfigProblemKind.BadValue, $"{entry.Key} is no regular expression that can be read; where it is none, it never matches", null);
            notes.Cover(entry.Origin, entry.Key, Coverage.NotModelled, "regular expression");
        }

        return keys;
    }

    /// <summary>A table's keys, as a subject is compared with them.</summary>
    public SmtpdKeys Keys(SmtpdSubject subject, SmtpdTable table, bool isRegex)
    {
        if (isRegex) return Regex(table);
        if (!_keys.TryGetValue((subject, table), out var keys)) _keys[(subject, table)] = keys = Made(subject, table);
        return keys;
    }

    private Condition In(SmtpdSubject subject, SmtpdTable table, bool isRegex)
    {
        if (_made.TryGetValue((subject, table, isRegex), out var made)) return made;
        Condition condition = table.Source is not null
            ? new OutsideTable(subject, table.Source, table.Origin) { MayFail = true }
            : new KeyIn(subject, Keys(subject, table, isRegex), table.Name);
        return _made[(subject, table, isRegex)] = condition;
    }

    private SmtpdKeys Made(SmtpdSubject subject, SmtpdTable table) => subject switch
    {
        // OpenSMTPD looks names of clients up as addresses, so that stars mean nothing there.
        SmtpdSubject.Login or SmtpdSubject.Tag or SmtpdSubject.ClientName => new ExactKeys(table.Entries),
        SmtpdSubject.Sender or SmtpdSubject.Recipient or SmtpdSubject.WrittenSender or SmtpdSubject.WrittenRecipient => new MailKeys(table.Entries, config.Delimiter),
        _ => new DomainKeys(table.Entries),
    };

    private ImmutableArray<NetworkEntry> Networks(SmtpdTable table)
    {
        var networks = ImmutableArray.CreateBuilder<NetworkEntry>(table.Entries.Length);
        foreach (var entry in table.Entries)
        {
            if (SmtpdNetwork.Read(entry.Key) is { } network)
            {
                // A client of the IPv4 network is never compared with mapped addresses.
                if (!network.BaseAddress.IsIPv4MappedToIPv6) networks.Add(new NetworkEntry(network, 1, entry.Key, entry.Origin));
            }
            else if (entry.Key != "local")
            {
                notes.Problem(entry.Origin, ConfigProblemKind.NoEffect, $"{entry.Key} is neither an address nor a network and never matches", "write an address or a network such as 192.0.2.0/24");
            }
        }

        return networks.ToImmutable();
    }

    private Not Never(SmtpdTest test)
    {
        notes.Problem(test.Origin, ConfigProblemKind.NoEffect, "this test never holds for mail from the network, so that the rule takes nothing", null);
        return new Not(Always.Instance);
    }
}
