using Gatepost.Evidence.Dialog;
using Gatepost.Smtp;

namespace Gatepost.Tests.Evidence.Dialog;

public class EnvelopeTests
{
    private const string Greeting = "S: 220 x\nC: EHLO *\n";
    private const string End = "\nC: QUIT\nS: 221 x";

    [Fact]
    public async Task Odd_recipients_are_sent_as_they_are_and_RSET_stands_between_envelopes()
    {
        var result = await Dialogs.With(
            Greeting + """
            S: 250 x
            C: MAIL FROM:<f@[192.0.2.1]>
            S: 250 ok
            C: RCPT TO:<@[192.0.2.1]:t@d.example>
            S: 550 5.7.1 no
            C: RSET
            S: 250 ok
            C: MAIL FROM:<>
            S: 250 ok
            C: RCPT TO:<"t@d"@[192.0.2.1]>
            S: 250 2.1.5 ok
            C: RSET
            S: 250 ok
            """ + End,
            static p => p with { Envelopes = [new Envelope("f@[192.0.2.1]", ["@[192.0.2.1]:t@d.example"]), new Envelope("", ["\"t@d\"@[192.0.2.1]"])] });
        Assert.True(result.Outcome.IsComplete);
        Assert.Equal([false, true], result.Recipients.Select(static r => r.IsAccepted));
    }

    [Fact]
    public async Task With_PIPELINING_transactions_are_one_round_trip()
    {
        await using var server = new ScriptedSmtpServer("""
            S: 220 x
            C: EHLO *
            S: 250-x
            S: 250 PIPELINING
            C: MAIL FROM:<>
            C: RCPT TO:<a@example.com>
            C: RCPT TO:<b@example.com>
            C: RSET
            C: MAIL FROM:<>
            C: RCPT TO:<c@example.com>
            raw: 250 ok\r\n550 5.1.1 no\r\n450 4.2.0 later\r\n250 ok\r\n250 ok\r\n250 ok\r\n
            C: RSET
            C: QUIT
            raw: 250 ok\r\n221 bye\r\n
            """);
        var plan = Dialogs.Plan(server.Address) with { Envelopes = [new Envelope("", ["a@example.com", "b@example.com"]), new Envelope("", ["c@example.com"])] };
        var result = await Dialogs.Hold(plan);
        Assert.Null(server.Surprise);
        Assert.Equal(new DialogOutcome(SmtpPhase.Rcpt, DialogFault.None), result.Outcome);
        Assert.Equal([550, 450, 250], result.Recipients.Select(static r => r.Reply?.Code));
        Assert.Equal([false, null, true], result.Recipients.Select(static r => r.IsAccepted));
        Assert.Equal(5, result.RoundTrips);
    }

    [Fact]
    public async Task Where_MAIL_is_refused_its_recipients_are_not_asked_and_answered_by_that_reply()
    {
        var result = await Dialogs.With(
            Greeting + "S: 250 x\nC: MAIL FROM:<>\nS: 550 5.7.1 no bounces\nC: RSET\nS: 250 ok\nC: MAIL FROM:<f@example.org>\nS: 250 ok\nC: RCPT TO:<b@example.com>\nS: 550 5.1.1 no" + End,
            static p => p with { Envelopes = [new Envelope("", ["a@example.com", "b@example.com"]), new Envelope("f@example.org", ["b@example.com"])] });
        Assert.True(result.Outcome.IsComplete);
        Assert.Equal([SmtpPhase.Mail, SmtpPhase.Mail, SmtpPhase.Rcpt], result.Recipients.Select(static r => r.Phase));
        Assert.Equal(["5.7.1", "5.7.1", "5.1.1"], result.Recipients.Select(static r => r.Reply?.Enhanced.ToString()));
    }

    [Fact]
    public async Task Where_every_MAIL_is_refused_the_dialog_was_refused()
    {
        var result = await Dialogs.With(Greeting + "S: 250-x\nS: 250 PIPELINING\nC: MAIL FROM:<>\nC: RCPT TO:<a@example.com>\nS: 530 5.7.0 log in\nS: 503 5.5.1 need MAIL" + End);
        Assert.Equal(new DialogOutcome(SmtpPhase.Mail, DialogFault.Refused), result.Outcome);
        Assert.Equal((530, SmtpPhase.Mail), (result.Recipients[0].Reply?.Code, result.Recipients[0].Phase));
    }

    [Fact]
    public async Task Letters_beyond_ASCII_go_out_only_under_SMTPUTF8()
    {
        static DialogPlan Change(DialogPlan plan) => plan with { Envelopes = [new Envelope("", ["j\u00fcrgen@example.com"])] };
        var without = await Dialogs.With(Greeting + "S: 250 x" + End, Change);
        Assert.True(without.Outcome.IsComplete);
        Assert.Null(without.Recipients[0].Reply);
        var with = await Dialogs.With(Greeting + "S: 250-x\nS: 250 SMTPUTF8\nC: MAIL FROM:<> SMTPUTF8\nS: 250 ok\nC: RCPT TO:<j\u00c3\u00bcrgen@example.com>\nS: 550 kein J\u00c3\u00bcrgen" + End, Change);
        Assert.Equal("kein J\u00fcrgen", with.Recipients[0].Reply?.Text);
    }

    [Fact]
    public async Task A_refusal_that_names_a_block_list_ends_the_asking()
    {
        var result = await Dialogs.With(
            Greeting + "S: 250 x\nC: MAIL FROM:<>\nS: 250 ok\nC: RCPT TO:<a@example.com>\nS: 554 5.7.1 blocked using zen.spamhaus.org" + End,
            static p => p with { Envelopes = [new Envelope("", ["a@example.com", "b@example.com"])] });
        Assert.Equal(new DialogOutcome(SmtpPhase.Rcpt, DialogFault.Stopped, "the refusal names a block list"), result.Outcome);
        Assert.Equal([554, null], result.Recipients.Select(static r => r.Reply?.Code));
    }

    [Fact]
    public async Task A_tarpit_is_left()
    {
        var result = await Dialogs.With(
            Greeting + "S: 250 x\nC: MAIL FROM:<>\nS: 250 ok\nC: RCPT TO:<a@example.com>\nS: 550 no\nC: RCPT TO:<b@example.com>\npause 60\nS: 550 no\nC: QUIT",
            static p => p with { Envelopes = [new Envelope("", ["a@example.com", "b@example.com", "c@example.com"])], Limits = Dialogs.Tight with { Tarpit = TimeSpan.FromMilliseconds(50) } });
        Assert.Equal(DialogFault.Stopped, result.Outcome.Fault);
        Assert.Contains("tarpit", result.Outcome.Detail, StringComparison.Ordinal);
        Assert.Equal([550, 550, null], result.Recipients.Select(static r => r.Reply?.Code));
    }
}
