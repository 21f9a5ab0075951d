using System.Globalization;
using System.Net;
using Gatepost.Audits;
using Gatepost.Mta;
using Gatepost.Relay;
using Gatepost.Relay.Proof;

namespace Gatepost.Bench;

/// <summary>What the configuration of <see cref="AuditMaker"/> costs: to read, to prove, to report, and each decision.</summary>
internal static class AuditConfig
{
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(1);

    /// <summary>CPU milliseconds and memory of each step; the second time around, so that the compiler does not count.</summary>
    public static int Steps(string directory)
    {
        for (var round = 0; round < 3; round++)
        {
            var clock = new CpuClock();
            var configuration = Read(directory);
            clock.Lap("read");
            var options = new AuditOptions();
            var proofs = configuration.Policies.Select(p => new PolicyProof(p, options.ProofOf(configuration))).ToArray();
            clock.Lap("spaces and runs");
            foreach (var proof in proofs) OpenRelayQuestion.Ask(proof);
            clock.Lap("open relay");
            foreach (var proof in proofs) RelayingClients.Of(proof);
            clock.Lap("relaying clients");
            foreach (var proof in proofs) EveryDomainIsOwn.Ask(proof);
            clock.Lap("catch-all");
            foreach (var proof in proofs) DeadRule.Find(proof);
            clock.Lap("dead rules");
            foreach (var domain in configuration.Domains) HostedDomainQuestion.Ask(proofs[0], domain.Name);
            clock.Lap($"{configuration.Domains.Length} hosted domains");
            var audit = Auditor.Run(configuration, options);
            clock.Lap($"whole audit ({audit.Verdict}, {audit.Findings.Length} findings)");
            Console.WriteLine();
        }

        return 0;
    }

    /// <summary>Decisions for each second of processor time, traces included.</summary>
    public static int Decide(string directory, int seconds)
    {
        var configuration = Read(directory);
        foreach (var problem in configuration.Problems.Take(5)) Console.Error.WriteLine(problem);
        var policy = configuration.Policies[0];
        Attempt[] attempts = [.. Enumerable.Range(0, 1_000).Select(Attempt)];
        Ask(policy, attempts, Warm, out _, out _);
        foreach (var group in attempts.GroupBy(a => Evaluator.Evaluate(policy, a).Reply?.ToString().Replace(a.RcptTo, "…", StringComparison.Ordinal).Replace(a.MailFrom, "…", StringComparison.Ordinal) ?? "accepted"))
            Console.WriteLine($"{group.Count(),5} {group.Key}");
        var rate = Ask(policy, attempts, TimeSpan.FromSeconds(seconds), out var steps, out var bytes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rate:N0} decisions per CPU-second, {steps:N1} rules asked and {bytes:N0} bytes allocated for each"));
        return 0;
    }

    private static double Ask(RelayPolicy policy, Attempt[] attempts, TimeSpan time, out double steps, out double bytes)
    {
        var (count, asked) = (0L, 0L);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var clock = new CpuClock();
        for (; clock.Elapsed < time; count += attempts.Length)
            foreach (var attempt in attempts) asked += Evaluator.Evaluate(policy, attempt).Trace.Length;
        var rate = count / clock.Elapsed.TotalSeconds;
        (steps, bytes) = ((double)asked / count, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / count);
        return rate;
    }

    // A tenth from own networks, some logged in, some to nobody, some to domains of others, some from senders that are refused.
    private static Attempt Attempt(int i) => new()
    {
        Client = new IPAddress([(byte)(i % 10 == 0 ? 10 : 192), (byte)(i % 5), (byte)(i % 200), (byte)i]),
        Helo = "client.far.test",
        MailFrom = i % 4 == 0 ? $"news@{AuditMaker.Sender(i * 7)}" : $"a.sender@mail.far{i}.test",
        RcptTo = i % 5 == 0 ? $"someone@elsewhere{i}.test" : $"User{(i % 7 == 0 ? 99_999_999 : i % 10)}@{AuditMaker.Domain(i)}",
        Login = i % 6 == 0 ? new Login("bob") : null,
    };

    private static Configuration Read(string directory) =>
        ConfigurationReader.Read(Software.Postfix, new DirectoryFiles(directory, DirectoryKind.Copy), "main.cf", new ReadingOptions());
}
