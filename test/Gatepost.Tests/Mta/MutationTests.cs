using System.Diagnostics;
using System.Net;
using Gatepost.Mta;
using Gatepost.Relay;

namespace Gatepost.Tests.Mta;

/// <summary>Whatever a configuration says, it is read, audited, decided and reported, and soon.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private static readonly int s_cases = int.TryParse(Environment.GetEnvironmentVariable("GATEPOST_CASES"), out var told) ? told : 300;
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(5);

    private static readonly Attempt[] s_attempts =
    [
        new() { Client = IPAddress.Parse("203.0.113.7"), Helo = "client.example", MailFrom = "a@sender.example", RcptTo = "user@elsewhere.example" },
        new() { Client = IPAddress.Parse("2001:db8::1"), Name = ClientName.Verified("mx.far.test"), Helo = "[203.0.113.7]", MailFrom = "", RcptTo = "\"a@b\"%c!d@example.org" },
    ];

    public static TheoryData<Software> Servers => [Software.Postfix, Software.Exim, Software.OpenSmtpd, Software.Sendmail];

    [Theory]
    [MemberData(nameof(Servers))]
    public void A_spoilt_configuration_is_read_audited_and_decided_in_time(Software software)
    {
        var given = int.TryParse(Environment.GetEnvironmentVariable("GATEPOST_SEED"), out var told) ? told : 1;
        var seeds = Seeds.Of(software);
        Assert.NotEmpty(seeds);
        string[] words = [.. seeds.SelectMany(static s => s.Files.Values)];
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < s_cases; i++)
        {
            var seed = seeds[i % seeds.Count];
            var mutator = new Mutator(given + i, words);
            var spoilt = seed.Files.ToDictionary(static f => f.Key, static f => f.Value, StringComparer.Ordinal);
            var name = i % 3 == 0 ? spoilt.Keys.Order(StringComparer.Ordinal).ElementAt(i / 3 % spoilt.Count) : seed.Path;
            spoilt[name] = mutator.Spoil(spoilt[name]);
            var watch = Stopwatch.StartNew();
            try
            {
                Hostile.Check(software, spoilt, seed.Path, s_attempts);
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {given + i} ({seed.Path}): {e}\n{spoilt[name]}");
            }

            if (watch.Elapsed > slowest) slowest = watch.Elapsed;
            Assert.True(watch.Elapsed < s_most, $"seed {given + i} ({seed.Path}) took {watch.Elapsed}\n{spoilt[name]}");
        }

        output.WriteLine($"{software}: {s_cases} from seed {given}, the slowest {slowest.TotalMilliseconds:0} ms");
    }
}
