using System.Net;
using System.Text;
using Gatepost.Evidence.Dialog;
using Gatepost.Reports;
using Gatepost.Smtp;

namespace Gatepost.Tests.Evidence.Dialog;

public class LoginTests
{
    private const string Secret = "correct horse";
    private static readonly string PlainResponse = Convert.ToBase64String(Encoding.UTF8.GetBytes("\0jo\0" + Secret));

    [Fact]
    public async Task PLAIN_is_accepted()
    {
        var result = await LogIn("PLAIN", $"C: AUTH PLAIN {PlainResponse}\nS: 235 2.7.0 in\nC: QUIT\nS: 221 x");
        Assert.Equal(new LoginResult("PLAIN", true, Reply.Parse("235 2.7.0 in")), result.Login);
        Assert.Equal(new DialogOutcome(SmtpPhase.Auth, DialogFault.None), result.Outcome);
        Assert.Contains(result.Wire, static l => l.Text == "AUTH PLAIN ***");
    }

    [Fact]
    public async Task LOGIN_answers_name_and_password()
    {
        var result = await LogIn("LOGIN", $"C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: {Base64("jo")}\nS: 334 UGFzc3dvcmQ6\nC: {Base64(Secret)}\nS: 535 5.7.8 no\nC: QUIT");
        Assert.False(result.Login?.Accepted);
        Assert.Equal("5.7.8", result.Login?.Reply?.Enhanced.ToString());
        Assert.Equal(DialogFault.None, result.Outcome.Fault);
    }

    [Fact]
    public async Task A_server_that_quotes_what_it_was_sent_does_not_bring_the_secret_into_the_wire()
    {
        var result = await LogIn("PLAIN", $"C: AUTH *\nS: 535-5.7.8 what is {PlainResponse}\nS: 535 5.7.8 and {Secret} and {Base64(Secret)}?\nC: QUIT");
        var shown = WireText.Format(result) + result.Login + result.Outcome + result.Plan;
        Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(PlainResponse, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Base64(Secret), shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_failed_login_no_transaction_is_held()
    {
        var result = await LogIn("PLAIN", "C: AUTH *\nS: 535 5.7.8 no\nC: QUIT", static p => p with { Envelopes = [new Envelope("", ["a@example.com"])] });
        Assert.Equal(new DialogOutcome(SmtpPhase.Auth, DialogFault.Refused), result.Outcome);
        Assert.Null(result.Recipients[0].Reply);
    }

    [Fact]
    public async Task A_challenge_that_is_none_is_answered_with_a_cancel()
    {
        var result = await LogIn("CRAM-MD5", "C: AUTH CRAM-MD5\nS: 334 !!!\nC: *\nS: 501 cancelled\nC: QUIT");
        Assert.Equal("the server's challenge is not base64", result.Login?.Problem);
        Assert.False(result.Login?.Accepted);
    }

    [Fact]
    public async Task Endless_challenges_come_to_an_end()
    {
        await using var server = new AnsweringSmtpServer(static line => line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-x\r\n250 AUTH CRAM-MD5" : "334 YQ==");
        var result = await Dialogs.Hold(Dialogs.Plan(server.Address) with { Login = new Login("jo", Secret), Limits = Dialogs.Impatient });
        Assert.Equal((SmtpPhase.Auth, DialogFault.Malformed), (result.Outcome.Phase, result.Outcome.Fault));
    }

    [Fact]
    public async Task Beyond_loopback_no_secret_is_shown_without_TLS()
    {
        var problem = "without TLS no mechanism that shows the secret is used";
        Assert.Null(Gatepost.Evidence.Dialog.Sasl.SaslMechanisms.Choose(new Login("jo", Secret), ["PLAIN"], isPrivate: false, out var said));
        Assert.Equal(problem, said);
        var none = await LogIn("DIGEST-MD5", "C: QUIT\nS: 221 x");
        Assert.Equal(new LoginResult(null, false, null, "no mechanism that is known here is offered"), none.Login);
        Assert.Equal((SmtpPhase.Auth, DialogFault.Stopped), (none.Outcome.Phase, none.Outcome.Fault));
    }

    [Fact]
    public void No_text_of_a_login_or_a_secret_shows_it()
    {
        Assert.DoesNotContain(Secret, new Login("jo", Secret).ToString(), StringComparison.Ordinal);
        var file = SecretsFile.Parse($"jo \"{Secret}\"");
        Assert.DoesNotContain(Secret, file.Secrets[0].ToString() + file, StringComparison.Ordinal);
        var plan = new DialogPlan("h", new IPEndPoint(IPAddress.Loopback, 25), "x") { Login = new Login("jo", Secret) };
        Assert.DoesNotContain(Secret, string.Join('\n', DryRun.Lines(plan)) + plan, StringComparison.Ordinal);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static Task<DialogResult> LogIn(string offered, string script, Func<DialogPlan, DialogPlan>? change = null) =>
        Dialogs.With($"S: 220 x\nC: EHLO *\nS: 250-x\nS: 250 AUTH {offered}\n{script}", p =>
        {
            p = p with { Envelopes = [], Login = new Login("jo", Secret) };
            return change is null ? p : change(p);
        });
}
