using System.Text;
using CsCheck;
using Gatepost.Refusals;
using Gatepost.Refusals.Transcripts;
using Gatepost.Smtp;

namespace Gatepost.Tests.Refusals.Transcripts;

public class TranscriptReaderTests
{
    private static readonly TranscriptReader Reader = new();

    public static IEnumerable<TheoryDataRow<string>> Tools() => Dialogs.Refused.Keys.Select(static k => new TheoryDataRow<string>(k));

    [Theory]
    [MemberData(nameof(Tools))]
    public void Reads_the_refusal_from_every_tool(string tool)
    {
        var outcome = Read(Dialogs.Refused[tool]);
        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal(InputFormat.Transcript, outcome.Format);
        Assert.Equal("554 5.7.1 <b@example.net>: Relay access denied", refusal.Reply.ToString());
        Assert.Equal(("a@example.org", "b@example.net", SmtpPhase.Rcpt), (refusal.Sender, refusal.Recipient, refusal.Phase));
        Assert.Equal("rcpt to:<b@example.net>", refusal.Command, ignoreCase: true);
        Assert.Equal(AuthState.OfferedNotUsed, refusal.Auth);
        Assert.Equal("client.example.org", refusal.Helo);
        if (tool != "openssl") Assert.Equal(("mx.example.net", "postfix"), (refusal.RemoteMta, refusal.Software));
        Assert.Contains("554 5.7.1", Dialogs.Refused[tool].Split('\n')[refusal.Source.Line - 1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public void Recognises_every_tool_and_any_line_end(string tool)
    {
        Assert.InRange(Reader.Recognise(Make(Dialogs.Refused[tool])), 60, 100);
        foreach (var end in new[] { "\r\n", "\r" })
        {
            var one = Assert.Single(Read(Dialogs.Refused[tool].ReplaceLineEndings(end)).Refusals);
            Assert.Equal(Assert.Single(Read(Dialogs.Refused[tool]).Refusals) with { Notes = one.Notes }, one);
        }
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public void A_session_in_which_all_was_accepted_has_no_refusal(string tool)
    {
        var text = Dialogs.Refused[tool].Replace("554 5.7.1 <b@example.net>: Relay access denied", "250 2.1.5 Ok", StringComparison.Ordinal)
            .Replace("554 5.5.1 Error: no valid recipients", "354 go on", StringComparison.Ordinal);
        var outcome = Read(text);
        Assert.Empty(outcome.Refusals);
        Assert.Equal("an SMTP session in which nothing was refused", outcome.Instead);
    }

    [Theory]
    [InlineData("From: a@example.org\nTo: b@example.net\nSubject: x\nReceived: from x\n\n >>> RCPT To:<b@example.net>\n<<< 550 no\n")]
    [InlineData("Dear all,\n\nour 550 offers\n220 volts\n")]
    [InlineData("")]
    public void Takes_nothing_else_for_a_session(string text) => Assert.InRange(Reader.Recognise(Make(text)), 0, 30);

    [Fact]
    public void Keeps_no_secret()
    {
        var text = """
            220 mx.example.net ESMTP
            EHLO client.example.org
            250-mx.example.net
            250 AUTH LOGIN PLAIN
            AUTH LOGIN
            334 VXNlcm5hbWU6
            dXNlckBleGFtcGxlLm9yZw==
            334 UGFzc3dvcmQ6
            c2VjcmV0
            535 5.7.8 Authentication failed
            AUTH PLAIN AHVzZXIAc2VjcmV0
            535 5.7.8 Authentication failed
            """;
        var outcome = Read(text);
        Assert.Equal(2, outcome.Refusals.Count);
        Assert.All(outcome.Refusals, r => Assert.Equal((AuthState.Failed, SmtpPhase.Auth), (r.Auth, r.Phase)));
        Assert.Equal(["AUTH LOGIN", "AUTH PLAIN"], outcome.Refusals.Select(r => r.Command));
        Assert.DoesNotContain("c2VjcmV0", string.Concat(outcome.Refusals), StringComparison.Ordinal);
        Assert.DoesNotContain("AHVz", string.Concat(outcome.Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_message_is_refused_for_each_accepted_recipient()
    {
        var text = """
            S: 220 mx.example.net ESMTP Exim 4.96
            C: EHLO client.example.org
            S: 250 mx.example.net
            C: MAIL FROM:<>
            S: 250 OK
            C: RCPT TO:<a@example.net>
            S: 250 OK
            C: RCPT TO:<b@example.net>
            S: 250 OK
            C: DATA
            S: 354 go on
            C: Subject: RCPT TO:<x@example.net>
            C: RCPT TO:<y@example.net>
            C: .
            S: 451 4.7.1 Please try later
            """;
        var refusals = Read(text).Refusals;
        Assert.Equal(["a@example.net", "b@example.net"], refusals.Select(r => r.Recipient));
        Assert.All(refusals, r => Assert.Equal(("", SmtpPhase.EndOfData, RefusalKind.Delayed, "exim", AuthState.NotOffered), (r.Sender, r.Phase, r.Kind, r.Software, r.Auth)));
    }

    [Fact]
    public void A_greeting_can_refuse()
    {
        var refusal = Assert.Single(Read("=== Trying mx.example.net:25...\n=== Connected to mx.example.net.\n<** 554 5.7.1 Go away\n -> QUIT\n<-  221 Bye\n").Refusals);
        Assert.Equal((SmtpPhase.Connect, null, "mx.example.net", AuthState.Unknown), (refusal.Phase, refusal.Command, refusal.RemoteMta, refusal.Auth));
    }

    [Fact]
    public void A_refused_greeting_that_the_client_got_over_is_none() =>
        Assert.Empty(Read("S: 220 x ESMTP\nC: EHLO c\nS: 502 no\nC: HELO c\nS: 250 ok\nC: MAIL FROM:<a@example.org>\nS: 250 ok\n").Refusals);

    [Fact]
    public void Never_throws() =>
        Gen.Select(Gen.OneOf(Dialogs.Refused.Values.ToArray()), Gen.Int[0, 1500], Gen.Int[0, 1500], Gen.String).Sample((text, from, to, noise) =>
        {
            var cut = text[..Math.Min(from, text.Length)] + noise + text[Math.Min(to, text.Length)..];
            Reader.Recognise(Make(cut));
            Assert.All(Read(cut).Refusals, r => Assert.True(r.Source.Line > 0));
        }, iter: 3000);

    private static Document Make(string text) => new("-", Encoding.UTF8.GetBytes(text));

    private static ReadOutcome Read(string text) => Reader.Read(Make(text), ReadLimits.Default);
}
