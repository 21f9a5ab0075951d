using CsCheck;
using Gatepost.Evidence.Dialog;

namespace Gatepost.Tests.Evidence.Dialog;

public class GuardTests
{
    private static readonly string[] Verbs = ["EHLO ", "HELO ", "STARTTLS", "AUTH ", "XCLIENT ", "MAIL FROM:<", "RCPT TO:<", "RSET", "QUIT"];

    private static readonly string[] Counted = ["MAIL", "RCPT", "AUTH"];

    private static readonly Gen<string> Word = Gen.OneOf(
        Gen.Char['a', 'z'].Array[0, 12].Select(static c => new string(c)),
        Const("a@b.example\r\nDATA", "x>\nDATA", "\0", "DATA", "a@b>\r\nBDAT 5 LAST\r\n", "\u0085", "j\u00fc@example.com", new string('x', 2000), "@[192.0.2.1]:t@d.example", "\r"));

    private static readonly Gen<Envelope> Envelopes = Gen.Select(Word, Word.Array[0, 12], static (sender, recipients) => new Envelope(sender, recipients));

    private static readonly Gen<string> Reply = Const("250 ok", "250 ok", "550 5.7.1 no", "450 4.2.0 later", "421 bye", "354 go ahead", "503 no", "334 ", "235 in", "530 listed by spamhaus");

    [Fact]
    public async Task Whatever_the_plan_and_the_server_only_allowed_commands_are_sent_and_refusals_stay_within_the_bound() =>
        await Gen.Select(Envelopes.Array[0, 6], Word, Reply.Array[1, 40], Gen.Bool, Gen.Int[1, 9], Gen.Bool).SampleAsync(
            async (envelopes, word, replies, hasPipelining, refusals, hasLogin) =>
            {
                var turn = 0;
                var refused = 0;
                await using var server = new AnsweringSmtpServer(line =>
                {
                    if (line.StartsWith("EHLO", StringComparison.Ordinal)) return hasPipelining ? "250-x\r\n250-PIPELINING\r\n250-SMTPUTF8\r\n250-XCLIENT ADDR\r\n250 AUTH CRAM-MD5" : "250-x\r\n250 AUTH PLAIN";
                    var reply = replies[turn++ % replies.Length];
                    if (reply[0] is '4' or '5' && reply[..3] != "421" && Counted.Any(v => line.StartsWith(v, StringComparison.Ordinal))) refused++;
                    return reply;
                });
                var plan = Dialogs.Plan(server.Address) with
                {
                    Helo = word,
                    Envelopes = envelopes,
                    XClient = hasPipelining && hasLogin ? word : null,
                    Login = hasLogin ? new Login("user", word) : null,
                    Limits = Dialogs.Tight with { Refusals = refusals, Quit = TimeSpan.FromMilliseconds(300), Reply = TimeSpan.FromSeconds(2) },
                };
                var result = await Dialogs.Hold(plan);
                foreach (var line in server.Lines)
                    Assert.True(Verbs.Any(v => line.StartsWith(v, StringComparison.Ordinal)) || (hasLogin && IsBase64(line)), line);
                Assert.DoesNotContain('\n', server.Received.Replace("\r\n", "", StringComparison.Ordinal));
                Assert.InRange(refused, 0, refusals);
                Assert.Equal(envelopes.Sum(static e => e.Recipients.Count), result.Recipients.Count);
            }, iter: 150);

    [Fact]
    public async Task After_the_eighth_refusal_nothing_more_is_asked()
    {
        await using var server = new AnsweringSmtpServer(static line => line[..4] switch
        {
            "EHLO" => "250-x\r\n250 PIPELINING",
            "RCPT" => "550 5.7.1 no",
            "QUIT" => "221 bye",
            _ => "250 ok",
        });
        var result = await Dialogs.Hold(Dialogs.Plan(server.Address, [.. Enumerable.Range(0, 20).Select(static i => $"u{i}@example.com")]));
        Assert.Equal(DialogFault.Stopped, result.Outcome.Fault);
        Assert.Equal(8, server.Lines.Count(static l => l.StartsWith("RCPT", StringComparison.Ordinal)));
        Assert.Equal(8, result.Recipients.Count(static r => r.Reply is not null));
        Assert.Equal("QUIT", server.Lines[^1]);
    }

    [Fact]
    public async Task A_command_with_a_line_end_in_it_is_never_sent()
    {
        await using var server = new AnsweringSmtpServer(static line => line == "QUIT" ? "221 bye" : "250 ok");
        var result = await Dialogs.Hold(Dialogs.Plan(server.Address, "a@example.com>\r\nDATA"));
        Assert.Equal((DialogFault.Stopped, "a command holds a control character"), (result.Outcome.Fault, result.Outcome.Detail));
        Assert.Equal(["EHLO probe.example.org", "MAIL FROM:<>", "QUIT"], server.Lines);
    }

    private static Gen<string> Const(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static bool IsBase64(string line) => line.All(static c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=' or '*');
}
