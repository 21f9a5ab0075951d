using System.Net;
using CsCheck;
using Gatepost.Mta;
using Gatepost.Mta.Sendmail;
using Gatepost.Relay;

namespace Gatepost.Tests.Mta.Sendmail;

public class SendmailPropertyTests
{
    private static readonly string[] s_pieces =
    [
        "define(", "`", "'", "`'", "(", ")", ",", "dnl", "\n", "FEATURE(`access_db')", "FEATURE(", "include(`sendmail.mc')", "divert(", "divert(-1)", "ifdef(", "ifelse(", "a", "$1", "$*", "$@", "undefine(",
        "changequote([,])", "[", "]", "LOCAL_CONFIG", "LOCAL_RULESETS", "\nSx\n", "\nR$* $: ", "\nC{w}", "\nCwa b", "\nF{R}", "\nKaccess hash ", "\nO X=", "\nDj", "{", "}", "eval(", "1+", "--", "pushdef(`a',`a a')",
        "defn(`a')", "substr(a,", "translit(", "RELAY_DOMAIN(", "DAEMON_OPTIONS(", "Port=", "M=a", "MAILER(", "\u0000", "\ud83d", "#", "OSTYPE(`debian')", "/etc/mail/access", "RELAY\t", "To:", "Connect:", "@", "ERROR:", "%1",
    ];

    private static readonly string[] s_addresses = ["a", "@", "%", "!", ":", ";", ",", "<", ">", "(", ")", "[", "]", "\"", "\\", ".", "..", " ", "own.test", "UUCP", "IPv6", "+", "/", "|", "\u00e9", "\0"];

    private static Gen<string> Jumble(string[] pieces, int most) => Gen.Int[0, pieces.Length - 1].Array[0, most].Select(picks => string.Concat(picks.Select(i => pieces[i])));

    [Fact]
    public void Reading_never_throws() => Gen.Select(Jumble(s_pieces, 30), Jumble(s_pieces, 12), Gen.Bool).Sample(
        (text, access, isCf) =>
        {
            var path = isCf ? "sendmail.cf" : "sendmail.mc";
            var files = new MemoryFiles(new Dictionary<string, string> { [path] = text, ["/etc/mail/access"] = access, ["/etc/mail/relay-domains"] = access });
            var read = SendmailReader.Read(files, path, new ReadingOptions());
            foreach (var policy in read.Policies) Evaluator.Evaluate(policy, new Attempt { Client = IPAddress.Loopback, RcptTo = access, MailFrom = text });
        }, iter: 600);

    [Fact]
    public void Addresses_never_throw_and_strangers_relay_nowhere()
    {
        var policy = new SendmailSource("RELAY_DOMAIN(`rel.test')dnl").Read().Policies[0];
        Jumble(s_addresses, 12).Sample(
            to =>
            {
                var decision = Evaluator.Evaluate(policy, new Attempt { Client = IPAddress.Parse("203.0.113.5"), RcptTo = to });
                Assert.False(decision.IsRelayed);
            }, iter: 8_000);
    }

    [Theory]
    [InlineData("define(`a', `a a')a")]
    [InlineData("define(`a', `b')define(`b', `a')a")]
    [InlineData("include(`sendmail.mc')")]
    public void Macros_without_end_are_given_up(string text)
    {
        var read = SendmailReader.Read(new MemoryFiles(new Dictionary<string, string> { ["sendmail.mc"] = text }), "sendmail.mc", new ReadingOptions());
        Assert.NotEmpty(read.Policies);
    }
}
