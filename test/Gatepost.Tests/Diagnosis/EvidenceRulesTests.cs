using Gatepost.Diagnoses;
using Gatepost.Evidence;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Tests.Diagnoses;

/// <summary>What facts make of a relay denial whose words decide nothing; and that a missing fact never makes a wrong owner.</summary>
public class EvidenceRulesTests
{
    private static readonly (string Kind, string[] Values)[] Space =
    [
        (FactKind.MailRoute, ["records", "implicit"]),
        (FactKind.Refuser, ["mx", "no-mx"]),
        (FactKind.Reporter, ["mx", "no-mx"]),
        (FactKind.NameServers, ["agree", "differ"]),
        (FactKind.DomainLife, ["alive", "parked"]),
        (FactKind.MxTie, ["own", "foreign", "none"]),
        (FactKind.Identity, ["itself", "another"]),
        (FactKind.MxAnswers, ["accept", "refuse-relay", "mixed", "mixed-providers", "backup-refuses", "defer"]),
        (FactKind.LoginOffer, ["same-port", "submission-port", "nowhere"]),
        (FactKind.SenderTie, ["mx", "outgoing", "none"]),
    ];

    [Theory]
    [InlineData("GP111", Owner.RecipientAdmin, Confidence.High, "route=records refuser=mx servers=agree life=alive mx-tie=own rcpt-all=refuse-relay identity=itself")]
    [InlineData("GP111", Owner.RecipientAdmin, Confidence.High, "route=records refuser=mx servers=agree life=alive mx-tie=own rcpt-all=mixed identity=itself")]
    [InlineData("GP111", Owner.RecipientAdmin, Confidence.Medium, "route=records refuser=mx servers=agree life=alive mx-tie=own rcpt-all=refuse-relay")]
    [InlineData("GP190", Owner.Undetermined, Confidence.Low, "refuser=mx life=alive mx-tie=own rcpt-all=refuse-relay identity=itself")]
    [InlineData("GP111", Owner.RecipientAdmin, Confidence.Medium, "route=records refuser=mx servers=agree life=alive mx-tie=none rcpt-all=refuse-relay identity=itself")]
    [InlineData("GP112", Owner.RecipientDns, Confidence.High, "route=records refuser=mx servers=agree life=alive mx-tie=foreign rcpt-all=refuse-relay identity=itself")]
    [InlineData("GP112", Owner.RecipientDns, Confidence.Medium, "route=implicit refuser=mx servers=agree life=alive rcpt-all=refuse-relay identity=itself")]
    [InlineData("GP113", Owner.RecipientDns, Confidence.High, "route=records refuser=mx servers=differ life=alive mx-tie=none rcpt-all=mixed-providers identity=itself")]
    [InlineData("GP113", Owner.RecipientDns, Confidence.Medium, "route=records refuser=mx servers=agree life=alive mx-tie=none rcpt-all=mixed-providers identity=itself")]
    [InlineData("GP113", Owner.RecipientDns, Confidence.High, "route=records refuser=mx servers=agree life=alive mx-tie=foreign rcpt-all=mixed identity=itself")]
    [InlineData("GP114", Owner.RecipientDns, Confidence.High, "route=records refuser=mx servers=agree life=parked mx-tie=none rcpt-all=refuse-relay identity=itself")]
    [InlineData("GP116", Owner.RecipientAdmin, Confidence.High, "route=records refuser=mx servers=agree life=alive mx-tie=none rcpt-all=backup-refuses identity=itself")]
    [InlineData("GP117", Owner.RecipientAdmin, Confidence.High, "refuser=no-mx reporter=mx login-offer=nowhere sender-tie=none")]
    [InlineData("GP101", Owner.Sender, Confidence.High, "refuser=no-mx reporter=no-mx login-offer=same-port sender-tie=outgoing")]
    [InlineData("GP101", Owner.Sender, Confidence.Medium, "refuser=no-mx reporter=no-mx login-offer=same-port")]
    [InlineData("GP103", Owner.Sender, Confidence.High, "refuser=no-mx reporter=no-mx login-offer=submission-port sender-tie=outgoing")]
    [InlineData("GP103", Owner.Sender, Confidence.High, "refuser=no-mx reporter=no-mx login-offer=nowhere sender-tie=mx")]
    [InlineData("GP103", Owner.Sender, Confidence.Medium, "refuser=no-mx reporter=no-mx login-offer=nowhere sender-tie=none")]
    [InlineData("GP104", Owner.SendingAdmin, Confidence.High, "refuser=no-mx reporter=no-mx login-offer=nowhere sender-tie=outgoing")]
    [InlineData("GP132", Owner.Network, Confidence.High, "route=records refuser=mx servers=agree life=alive mx-tie=own identity=another")]
    [InlineData("GP131", Owner.SendingAdmin, Confidence.Medium, "route=records refuser=mx servers=agree life=alive mx-tie=own rcpt-all=accept identity=itself client=listed")]
    [InlineData("GP190", Owner.Undetermined, Confidence.Low, "route=records refuser=mx servers=agree life=alive mx-tie=own rcpt-all=accept identity=itself")]
    [InlineData("GP190", Owner.Undetermined, Confidence.Low, "route=records refuser=mx servers=agree")]
    [InlineData("GP190", Owner.Undetermined, Confidence.Low, "refuser=no-mx")]
    [InlineData("GP190", Owner.Undetermined, Confidence.Low, "servers=agree life=alive")]
    public void Facts_decide(string cause, Owner owner, Confidence confidence, string facts)
    {
        var diagnosis = Rulebook.Default.Diagnose(Denial, Parse(facts));
        Assert.Equal((cause, owner, confidence), (diagnosis.Cause.Id, diagnosis.Owner, diagnosis.Confidence));
        if (cause != "GP190") Assert.NotEmpty(diagnosis.Evidence);
    }

    [Fact]
    public void The_side_is_told_where_just_the_owner_is_open()
    {
        var diagnosis = Rulebook.Default.Diagnose(Denial, Parse("route=records refuser=mx servers=agree"));
        Assert.Equal(Side.Recipient, diagnosis.Side);
        Assert.NotEmpty(diagnosis.Unknown);
        Assert.DoesNotContain(diagnosis.Alternatives, static a => a.Cause.Id == "GP101");
    }

    [Theory]
    [InlineData("GP114", Owner.Nobody, "route=nxdomain")]
    [InlineData("GP114", Owner.Nobody, "route=null")]
    [InlineData("GP114", Owner.RecipientDns, "route=none")]
    [InlineData("GP114", Owner.RecipientDns, "route=records life=expired")]
    [InlineData("GP115", Owner.RecipientDns, "route=broken broken=lame-server")]
    [InlineData("GP115", Owner.RecipientDns, "route=unusable broken=mx-is-alias")]
    [InlineData("GP133", Owner.Network, "route=records life=alive ports=smtp-blocked rcpt-all=unreachable")]
    public void Facts_decide_where_the_sending_side_found_no_way(string cause, Owner owner, string facts)
    {
        var refusal = Denial with { Reply = Reply.Parse("451 4.4.1 Connection timed out"), RemoteMta = null };
        var diagnosis = Rulebook.Default.Diagnose(refusal, Parse(facts));
        Assert.Equal((cause, owner, Confidence.High), (diagnosis.Cause.Id, diagnosis.Owner, diagnosis.Confidence));
    }

    // Every world that the facts can describe, and every fact of it withheld: the diagnosis may become less sure, never wrong.
    [Fact]
    public void A_withheld_fact_never_turns_the_owner()
    {
        var faults = new List<string>();
        var worlds = 0;
        foreach (var facts in Worlds(0, []))
        {
            worlds++;
            var whole = Rulebook.Default.Diagnose(Denial, facts);
            for (var i = 0; i < facts.Count && facts.Count > 1; i++)
            {
                var less = Rulebook.Default.Diagnose(Denial, [.. facts.Where((_, k) => k != i)]);
                var isWrong = less.Owner != whole.Owner && less.Owner != Owner.Undetermined
                    && (less.Confidence == Confidence.High || whole is { Owner: not Owner.Undetermined, Confidence: Confidence.High });
                if (isWrong)
                    faults.Add($"{whole.Cause.Id} {whole.Owner} turns {less.Cause.Id} {less.Owner} ({less.Confidence}) without {facts[i].Kind}={facts[i].Value}: {string.Join(' ', facts.Select(static f => $"{f.Kind}={f.Value}"))}");
            }
        }

        Assert.InRange(worlds, 5000, int.MaxValue);
        Assert.True(faults.Count == 0, $"{faults.Count} of {worlds}:\n{string.Join('\n', faults.Take(20))}");
    }

    [Fact]
    public void Questions_end_where_nothing_is_open()
    {
        var inquiry = Rulebook.Default.Ask(Denial, []);
        Assert.True(inquiry.Questions.HasFlag(QuestionKind.MailRouting));
        Assert.Equal(("example.net", "mx.example.net"), (inquiry.Domain, inquiry.Refuser));
        Assert.Equal(QuestionKind.None, Rulebook.Default.Ask(Denial, [], ~QuestionKind.None).Questions);
        Assert.Equal(QuestionKind.None, Rulebook.Default.Ask(Denial,
            Parse("route=records refuser=mx servers=agree life=alive mx-tie=own rcpt-all=refuse-relay identity=itself")).Questions);
    }

    [Fact]
    public void What_the_words_decide_asks_nothing()
    {
        var refusal = Denial with { Reply = Reply.Parse("535 5.7.8 Error: authentication failed"), Phase = SmtpPhase.Auth };
        Assert.Equal(QuestionKind.None, Rulebook.Default.Ask(refusal, []).Questions);
    }

    [Fact]
    public void A_server_that_is_no_MX_opens_the_sender_s_side()
    {
        var open = Rulebook.Default.Ask(Denial, Parse("route=records refuser=no-mx"), QuestionKind.MailRouting).Questions;
        Assert.Equal(QuestionKind.RefuserService | QuestionKind.SenderTie, open);
    }

    private static Refusal Denial { get; } = new()
    {
        Format = InputFormat.Dsn,
        Source = new SourceSpan("test", 1, 1),
        Reply = Reply.Parse("554 5.7.1 <pat@example.net>: Relay access denied"),
        Recipient = "pat@example.net",
        Sender = "kim@sender.example",
        RemoteMta = "mx.example.net",
        ReportingMta = "relay.elsewhere.example",
        ClientAddress = "192.0.2.9",
    };

    private static IEnumerable<List<Fact>> Worlds(int at, List<Fact> facts)
    {
        if (at == Space.Length)
        {
            yield return facts;
            yield break;
        }

        // Not known either.
        foreach (var world in Worlds(at + 1, facts)) yield return world;
        var (kind, values) = Space[at];
        if (!IsAbout(facts, kind)) yield break;
        foreach (var value in values)
            foreach (var world in Worlds(at + 1, [.. facts, New(kind, value)])) yield return world;
    }

    // The domain's own servers are asked about where one of them refused; the refusing server's services where it is none of them.
    private static bool IsAbout(List<Fact> facts, string kind)
    {
        var refuser = facts.FirstOrDefault(static f => f.Kind == FactKind.Refuser)?.Value;
        return kind switch
        {
            FactKind.LoginOffer or FactKind.SenderTie or FactKind.Reporter => refuser != "mx",
            FactKind.MxTie => refuser != "no-mx",
            // Two faults at once are for another day.
            FactKind.Identity => refuser != "no-mx" && !facts.Exists(static f => f.Value is "differ" or "parked"),
            // Another server's answers are not the MX hosts'.
            FactKind.MxAnswers => refuser != "no-mx" && !facts.Exists(static f => f is { Kind: FactKind.Identity, Value: "another" }),
            _ => true,
        };
    }

    private static List<Fact> Parse(string facts) =>
    [
        .. facts.Split(' ').Select(static f => f.Split('=')).Select(static f => New(f[0] switch
        {
            "client" => FactKind.BlockLists,
            "rcpt-all" => FactKind.MxAnswers,
            "identity" => FactKind.Identity,
            "ports" => FactKind.Ports,
            "login-offer" => FactKind.LoginOffer,
            var name => "dns." + name,
        }, f[1])),
    ];

    private static Fact New(string kind, string value) => new(kind, "subject", value, $"{kind} is {value}", "test");
}
