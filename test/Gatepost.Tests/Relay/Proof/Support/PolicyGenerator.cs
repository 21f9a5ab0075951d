using System.Collections.Immutable;
using System.Net;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;
using Gatepost.Smtp;

namespace Gatepost.Tests.Relay.Proof.Support;

/// <summary>Makes policies of every kind of rule, condition and key.</summary>
/// <param name="random">The choices.</param>
/// <param name="hasPatterns">True for regular expressions too.</param>
/// <param name="isPlain">True for networks, logins, encryption and tables of domains only.</param>
internal sealed class PolicyGenerator(Random random, bool hasPatterns = false, bool isPlain = false)
{
    private static readonly Origin At = new("test.cf", 1);
    private static readonly string[] Patterns =
    [
        @"@example\.org$", @"^info@", "[%!@].*@", @"^[^@]+@([a-z]+\.)*own\.test$", @"\.(com|net)$", "^mx", @"\d", "(^|[.@])evil", "^$", "a{2,3}", @"^(?:user|root)[+-]?\w*$", "ex.mple", @"x\.local", "^a", "^..?$",
    ];

    private static readonly string[] Replies = ["554 5.7.1 no", "450 4.7.1 later", "550 5.1.1 unknown", "421 4.3.2 gone"];
    private readonly List<Opaque> _opaques = [];
    private Condition _classes = Always.Instance;

    public RelayPolicy Make()
    {
        var local = random.Some(0, 3, () => Domain()).ToHashSet();
        for (var i = isPlain ? 0 : random.Next(3); i > 0; i--) _opaques.Add(new Opaque($"mysql:{i}", "subject", random.Next(1, 3), At) { MayFail = random.Once(2), SparesSome = random.Once(3) });
        _classes = Classes(local);
        return new RelayPolicy
        {
            Listener = new Listener("smtp", At),
            Addressing = new PlainAddressing(!isPlain && !random.Once(4), local),
            Classes = _classes,
            Otherwise = random.Once(3) ? new Gatepost.Relay.Verdict.Refuse(ReplyText.Of(random.Of(Replies))) : random.Once(6) ? new Gatepost.Relay.Verdict.Enter(List(1)) : Gatepost.Relay.Verdict.Permit.Instance,
            Stages = [.. Stages()],
        };
    }

    private IEnumerable<Stage> Stages()
    {
        if (random.Once(3)) yield return new Stage(SmtpPhase.Connect, [List(0)]);
        if (random.Once(4)) yield return new Stage(SmtpPhase.Mail, [List(0)]);
        yield return new Stage(SmtpPhase.Rcpt, [.. random.Some(1, 3, () => List(0))]) { IsBeforeAddresses = random.Once(8) };
        if (random.Once(5)) yield return new Stage(SmtpPhase.Data, [List(0)]);
    }

    private RuleList List(int depth) => new("list", [.. random.Some(0, 5, () => Rule(depth))], At);

    private Rule Rule(int depth)
    {
        // The rule that most servers have, so that some policies are closed.
        if (random.Once(4)) return Gatepost.Relay.Rule.Of("reject_unauth_destination", new ClassIs(_classes, AddressClass.Other), new Verdict.Refuse(ReplyText.Of(random.Of(Replies))), At);
        var when = Condition(0);
        return new Rule(when.ToString(), when, [.. Enumerable.Range(0, when.Answers).Select(_ => Verdict(depth))], At)
        {
            OnFault = random.Once(2) ? Verdict(depth) : null,
            WarnsOnly = random.Once(8),
        };
    }

    private Verdict Verdict(int depth) => random.Next(14) switch
    {
        0 or 1 => Gatepost.Relay.Verdict.Permit.Instance,
        2 => Gatepost.Relay.Verdict.Next.Instance,
        3 => Gatepost.Relay.Verdict.Leave.Instance,
        4 => Gatepost.Relay.Verdict.PermitStage.Instance,
        5 => new Verdict.Accept(random.Once(3)),
        6 when depth < 3 => new Verdict.Enter(List(depth + 1)),
        7 => new Verdict.DeferIfPermit(ReplyText.Of(random.Of(Replies))),
        8 => new Verdict.DeferIfReject(ReplyText.Of(random.Of(Replies))),
        9 => new Verdict.Refuse((ReplyText?)null),
        _ => new Verdict.Refuse(ReplyText.Of(random.Of(Replies))),
    };

    private Condition Condition(int depth) => random.Next(depth < 2 ? 15 : 9) switch
    {
        0 => new ClientIn("networks", [.. random.Some(0, 4, Network)]),
        1 => random.Once(2) ? new HasLogin() : new HasLogin(["PLAIN", "ANONYMOUS"]),
        2 => new HasTls(),
        3 => new ClassIs(_classes, random.Of(Enum.GetValues<AddressClass>()), random.Of(Enum.GetValues<AddressClass>())),
        4 when _opaques.Count > 0 => random.Of(_opaques),
        5 => Table(isPlain ? Dimension.Helo : random.Of(Dimension.Helo, Dimension.Name, Dimension.Login, Dimension.Tls)),
        6 => Table(isPlain ? Dimension.Recipient : Dimension.Sender),
        7 or 8 => Table(Dimension.Recipient),
        9 => new Not(Condition(depth + 1)),
        10 => new AllOf([.. random.Some(0, 3, () => Condition(depth + 1))]),
        11 => new AnyOf([.. random.Some(0, 3, () => Condition(depth + 1))]),
        12 => new FirstOf([.. random.Some(0, 3, () => new FirstOf.Case(Condition(depth + 1), random.Next(3)))], 2),
        13 when hasPatterns => new PatternLeaf(random.Of(Dimension.Helo, Dimension.Sender, Dimension.Recipient, Dimension.Recipient), random.Of(Enum.GetValues<PatternSubject>()),
            random.Some(1, 3, () => (random.Of(Patterns), random.Next(0, 3)))),
        _ => new ClientIn("networks", [.. random.Some(1, 2, Network)]),
    };

    private FirstOf Classes(IReadOnlySet<string> local)
    {
        var cases = ImmutableArray.CreateBuilder<FirstOf.Case>();
        cases.Add(new FirstOf.Case(new TableLeaf(Dimension.Recipient, local.ToDictionary(static d => "=" + d, static _ => 1)), (int)AddressClass.Local));
        for (var value = AddressClass.Alias; value <= AddressClass.RelayDomain; value++)
            if (random.Once(2)) cases.Add(new FirstOf.Case(random.Once(6) && _opaques.Count > 0 ? random.Of(_opaques) : DomainTable(), (int)value));
        return new FirstOf(cases.ToImmutable(), (int)AddressClass.RelayDomain);
    }

    private TableLeaf DomainTable()
    {
        var keys = new Dictionary<string, int>();
        for (var i = random.Next(4); i > 0; i--) keys[DomainKey()] = random.Once(9) ? 0 : random.Once(9) ? Answer.FaultValue : 1;
        return new TableLeaf(Dimension.Recipient, keys);
    }

    private TableLeaf Table(Dimension dimension)
    {
        var keys = new Dictionary<string, int>();
        var addresses = dimension is Dimension.Sender or Dimension.Recipient;
        for (var i = random.Next(6); i > 0; i--) keys[addresses && !isPlain ? AddressKey() : DomainKey()] = random.Next(-1, 4);
        return new TableLeaf(dimension, keys, addresses && !isPlain ? random.Of("", "+", "+-") : "", addresses && random.Once(2));
    }

    private string Domain() => isPlain ? random.Of(Names.Domains[..^1]) : random.Of(Names.Domains);

    private string DomainKey() => random.Of("=", ".", "", "") + Domain();

    private string AddressKey() => random.Next(5) switch
    {
        0 => random.Of(Names.LocalParts) + "@",
        1 => $"{random.Of(Names.LocalParts)}@{random.Of(Names.Domains)}",
        _ => DomainKey(),
    };

    private NetworkEntry Network() => new(IPNetwork.Parse(random.Of(Names.Networks)), random.Next(0, 3), "network", At);
}
