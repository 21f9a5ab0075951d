using System.Net;
using Gatepost.RealServers.Worlds;
using Gatepost.Relay;
using Gatepost.Smtp;
using Attempt = Gatepost.Relay.Attempt;

namespace Gatepost.RealServers.Differential;

/// <summary>What the comparisons with real servers stand on.</summary>
public class ScaffoldTests(AllWorlds worlds) : RealServersTest(worlds)
{
    private static readonly Attempt s_attempt = new() { Client = IPAddress.Parse("192.0.2.77"), Helo = "client.test", RcptTo = "u@elsewhere.test" };

    [Fact]
    public async Task Many_recipients_are_asked_about_in_one_session()
    {
        var asker = new SmtpAsker(new IPEndPoint(Servers.Closed.Address, 25));
        var answers = await asker.Ask(s_attempt with { Helo = null }, [new("", "u@elsewhere.test"), new("a@sender.test", "u@far.example"), new("a@sender.test", "<")]);
        Assert.Equal(["554 5.7.1 <u@elsewhere.test>: Relay access denied", "accept", "501 5.1.3 Bad recipient address syntax"], answers.Select(static a => a.ToString()));
    }

    [Fact]
    public async Task A_case_shrinks_to_the_parts_that_fail_together()
    {
        var parts = Enumerable.Range(0, 40).ToList();
        Assert.Equal([7, 31], await Shrinker.Shrink(parts, static p => Task.FromResult(p.Contains(7) && p.Contains(31))));
    }

    [Theory]
    [InlineData("554 5.7.1 no", null)]
    [InlineData("554 5.7.1 never", "the words 'no', and the server's are 'never'")]
    [InlineData("554 5.7.2 no", "554 5.7.1 no, and the server answers 554 5.7.2 no")]
    [InlineData("250 2.1.5 Ok", "554 5.7.1 no, and the server answers accept (Rcpt)")]
    public void A_decision_agrees_in_code_enhanced_code_and_words(string reply, string? difference)
    {
        var decision = new Decision { Kind = DecisionKind.Refuse, Phase = SmtpPhase.Rcpt, Reply = new Reply(554, EnhancedStatus.Create(5, 7, 1), "no") };
        Assert.Equal(difference, Agreement.Difference(decision, Observed.Of(reply, SmtpPhase.Rcpt)));
    }

    [Fact]
    public void An_attempt_is_written_as_a_question()
    {
        var attempt = s_attempt with { Name = new ClientName(NameStatus.Forged, "mx.far.test"), MailFrom = "", RcptTo = "\"a b\"@c.test", Login = new Login("bob") };
        Assert.Equal("client=192.0.2.77 name=?mx.far.test helo=client.test login=bob from=<> to=\"\\\"a b\\\"@c.test\"", CorpusCase.Line(attempt));
    }
}
