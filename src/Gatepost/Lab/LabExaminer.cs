using System.Text;
using Gatepost.Diagnoses;
using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Refusals;
using Gatepost.Refusals.Inputs;

namespace Gatepost.Lab;

/// <summary>Explains and probes in a running world as a user would on the Internet: same readers, same prober, same rules.</summary>
public sealed class LabExaminer
{
    private readonly RunningLab _lab;

    /// <summary>An examiner of a world.</summary>
    /// <param name="lab">The running world.</param>
    /// <param name="limits">The bounds of dialogs: short ones, since a world answers at once.</param>
    public LabExaminer(RunningLab lab, DialogLimits? limits = null)
    {
        _lab = lab;
        Dns = new SocketDns([lab.Resolver], lab.Routes, TimeProvider.System, new DnsClientOptions { Timeout = TimeSpan.FromSeconds(1), Tries = 1 });
        Dialer = new SocketDialer(lab.Routes, TimeProvider.System);
        Options = new ProberOptions
        {
            Helo = "probe.gatepost.example",
            Roots = lab.Roots,
            BlockLists = lab.World.BlockLists,
            SaysRelay = Rulebook.Default.SaysRelay,
            Limits = limits ?? DialogLimits.Default with { Connect = TimeSpan.FromSeconds(1), Reply = TimeSpan.FromSeconds(3), Total = TimeSpan.FromSeconds(8) },
        };
    }

    /// <summary>The world's DNS.</summary>
    public IDns Dns { get; init; }

    /// <summary>The way to its mail servers.</summary>
    public ISmtpDialer Dialer { get; init; }

    /// <summary>How it is probed.</summary>
    public ProberOptions Options { get; init; }

    /// <summary>What the user has in hand, read.</summary>
    public Refusal Refusal
    {
        get
        {
            var source = new RefusalSource(forced: InputFormat.Unknown, standardInput: static () => Stream.Null);
            var refusal = source.Read(_lab.World.Name, Encoding.UTF8.GetBytes(_lab.World.Input)).SelectMany(static i => i.Outcome.Refusals).First();
            return refusal.ClientAddress is null ? refusal with { ClientAddress = _lab.World.Client } : refusal;
        }
    }

    /// <summary>Explains what the user has in hand, with facts.</summary>
    public Task<Finding> Explain(CancellationToken cancel) =>
        new Investigation(Rulebook.Default, new Prober(Dns, Dialer, Options, TimeProvider.System)).Examine(Refusal, cancel);
}
