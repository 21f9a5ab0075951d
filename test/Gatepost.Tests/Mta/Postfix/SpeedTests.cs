using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Gatepost.Relay;

namespace Gatepost.Tests.Mta.Postfix;

/// <summary>Decisions take the same short time however large the lists and tables are.</summary>
public sealed class SpeedTests(ITestOutputHelper output)
{
    [Fact]
    public void A_large_policy_decides_fast()
    {
        var main = new StringBuilder(PostfixWorld.Base).Append("relay_domains =");
        for (var i = 0; i < 1000; i++) main.Append(CultureInfo.InvariantCulture, $"\n  d{i}.rel.test");
        main.Append("\nmynetworks =");
        for (var i = 0; i < 1000; i++) main.Append(CultureInfo.InvariantCulture, $"\n  10.{i / 250}.{i % 250}.0/25");
        main.Append("\nsmtpd_relay_restrictions = permit_mynetworks, check_sender_access texthash:/etc/postfix/T, reject_unauth_destination\n");
        var table = new StringBuilder();
        for (var i = 0; i < 10_000; i++) table.Append(CultureInfo.InvariantCulture, $"s{i}.test {(i % 2 == 0 ? "DUNNO" : "REJECT go away")}\n");
        var policy = PostfixWorld.Read(main.ToString(), files: [("/etc/postfix/T", table.ToString())]).Policies[0];
        var attempts = Enumerable.Range(0, 1000).Select(static i => new Attempt
        {
            Client = IPAddress.Parse($"{(i % 3 == 0 ? 10 : 192)}.{i % 5}.{i % 200}.{i % 256}"),
            Helo = "client.test",
            MailFrom = $"a@s{i * 7}.test",
            RcptTo = $"u{i}@d{i * 2}.rel.test",
        }).ToArray();
        const int Rounds = 100;
        var fastest = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            foreach (var attempt in attempts) Evaluator.Evaluate(policy, attempt);
            if (clock.Elapsed < fastest) fastest = clock.Elapsed;
        }

        var rate = attempts.Length / fastest.TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rate:0} decisions/s"));
        // The fastest of many rounds, and far below what an idle machine does, so that only a list that is gone through one by one fails here.
        Assert.True(rate > 50_000, $"{rate:0} decisions a second");
    }
}
