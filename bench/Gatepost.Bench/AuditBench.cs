using System.Collections.Frozen;
using System.Diagnostics;
using System.Net;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;
using Gatepost.Relay.Proof;
using Gatepost.Smtp;

namespace Gatepost.Bench;

/// <summary>Decisions for each second of processor time, and how long a proof takes, on a policy of ten rules with 1,000 networks, 1,000 own domains and tables of growing size.</summary>
internal static class AuditBench
{
    private static readonly Origin At = new("main.cf", 1);
    private static readonly ReplyText Denied = ReplyText.Of("554 5.7.1 <{recipient}>: Relay access denied");

    public static int Run(int seconds)
    {
        Decide(seconds);
        Console.WriteLine("| map entries | proof | memory |");
        Console.WriteLine("|--:|--:|--:|");
        for (var entries = 1_000; entries <= 1_000_000; entries *= 10) Prove(entries);
        return 0;
    }

    private static void Decide(int seconds)
    {
        var policy = Policy(10_000);
        Attempt[] attempts = [.. Enumerable.Range(0, 1_000).Select(static i => new Attempt
        {
            Client = new IPAddress([(byte)(i % 3 == 0 ? 10 : 203), (byte)(i / 7), (byte)(i * 31), 7]),
            Helo = "client.example",
            MailFrom = $"sender{i}@far.example",
            RcptTo = i % 2 == 0 ? $"user@own{i}.example" : $"user@host.d{i}.elsewhere.test",
            Login = i % 5 == 0 ? new Login("bob") : null,
        })];
        var until = TimeSpan.FromSeconds(seconds);
        foreach (var attempt in attempts) Evaluator.Evaluate(policy, attempt);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var count = 0L;
        var steps = 0L;
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < until; count += attempts.Length)
            foreach (var attempt in attempts) steps += Evaluator.Evaluate(policy, attempt).Trace.Length;
        process.Refresh();
        Console.WriteLine($"{count / (process.TotalProcessorTime - before).TotalSeconds:N0} decisions per CPU-second, {(double)steps / count:N1} rules asked for each");
    }

    private static void Prove(int entries)
    {
        var policy = Policy(entries);
        GC.Collect();
        var times = new List<double>();
        var allocated = 0L;
        for (var i = 0; i < (entries > 100_000 ? 2 : 5); i++)
        {
            var before = GC.GetTotalAllocatedBytes(true);
            var watch = Stopwatch.StartNew();
            if (OpenRelayQuestion.Ask(policy).Status != ProofStatus.Proved) throw new InvalidOperationException("The policy is closed.");
            times.Add(watch.Elapsed.TotalMilliseconds);
            allocated = GC.GetTotalAllocatedBytes(true) - before;
        }

        Console.WriteLine($"| {entries:N0} | {times.Min():N0} ms | {allocated / 1_000_000:N0} MB |");
    }

    private static RelayPolicy Policy(int entries)
    {
        var own = new DomainTable("relay_domains", Enumerable.Range(0, 1_000).ToFrozenDictionary(static i => $"own{i}.example", static _ => 1));
        var classes = new FirstOf([new FirstOf.Case(own, (int)AddressClass.RelayDomain)], (int)AddressClass.RelayDomain);
        var access = new DomainTable("access", Enumerable.Range(0, entries).ToFrozenDictionary(static i => $"d{i}.elsewhere.test", static i => 1 + (i % 3)));
        Verdict refuse = new Verdict.Refuse(Denied);
        Rule[] client = [Rule.Of("check_client_access", Networks(0, 1), Verdict.Permit.Instance, At), Rule.Of("reject unencrypted ANONYMOUS", new AllOf([new Not(new HasTls()), new HasLogin(["ANONYMOUS"])]), refuse, At)];
        Rule[] relay =
        [
            Rule.Of("permit_mynetworks", Networks(10, 1_000), Verdict.Permit.Instance, At),
            Rule.Of("permit_sasl_authenticated", new HasLogin(), Verdict.Permit.Instance, At),
            Rule.Of("reject_unauth_destination", new ClassIs(classes, AddressClass.Other), refuse, At),
        ];
        Rule[] recipient =
        [
            new Rule("check_recipient_access", access, [refuse, Verdict.Next.Instance, new Verdict.Refuse(ReplyText.Of("450 4.7.1 later"))], At),
            Rule.Of("reject unencrypted own", new AllOf([new HasTls(), new ClassIs(classes, AddressClass.Local)]), refuse, At),
            Rule.Of("permit_auth_destination", new ClassIs(classes, AddressClass.RelayDomain), Verdict.Permit.Instance, At),
            Rule.Of("permit_sasl_authenticated", new HasLogin(), Verdict.Permit.Instance, At),
            Rule.Of("permit_mynetworks", Networks(10, 1_000), Verdict.Permit.Instance, At),
        ];
        return new RelayPolicy
        {
            Listener = new Listener("smtp", At),
            Addressing = new PlainAddressing(),
            Classes = classes,
            Otherwise = refuse,
            Stages = [new Stage(SmtpPhase.Rcpt, [List("client", client), List("relay", relay), List("recipient", recipient)])],
        };
    }

    private static RuleList List(string name, Rule[] rules) => new($"smtpd_{name}_restrictions", [.. rules], At);

    private static ClientIn Networks(byte first, int count) => new("mynetworks", [.. Enumerable.Range(0, count)
        .Select(i => new NetworkEntry(new IPNetwork(new IPAddress([first, (byte)(i / 250), (byte)(i % 250), 0]), 24), 1, "network", At))]);
}
