using Gatepost.Diagnoses;
using Gatepost.Evidence;
using Gatepost.RealServers.Names;
using Gatepost.RealServers.Worlds;
using Gatepost.Refusals;
#if CAN_PROBE
using System.Net;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
#endif

namespace Gatepost.RealServers;

/// <summary>Lets Gatepost find out what it lacks about a refusal, from where the client stands, and diagnose it.</summary>
internal static class Examine
{
#if CAN_PROBE
    public const bool CanProbe = true;

    private static readonly DialogLimits s_limits = new() { Connect = TimeSpan.FromSeconds(1), Reply = TimeSpan.FromSeconds(5), Total = TimeSpan.FromSeconds(10) };

    /// <summary>Asks until nothing is open any more, as <c>gatepost explain --live</c> does.</summary>
    public static async Task<(Diagnosis Diagnosis, IReadOnlyList<Fact> Facts)> Live(Refusal refusal, CancellationToken cancel)
    {
        using var dns = new SocketDns([Recursor.Address], DirectRoutes.Instance, TimeProvider.System);
        var prober = new Prober(dns, new SocketDialer(DirectRoutes.Instance, TimeProvider.System), Options(IPAddress.Parse(refusal.ClientAddress!)), TimeProvider.System);
        var facts = new List<Fact>();
        var asked = QuestionKind.None;
        while (Rulebook.Default.Ask(refusal, facts, asked) is { Questions: not QuestionKind.None } inquiry)
        {
            facts.AddRange((await prober.Gather(inquiry, cancel)).Facts);
            asked |= inquiry.Questions;
        }

        return (Rulebook.Default.Diagnose(refusal, facts), facts);
    }

    private static ProberOptions Options(IPAddress client) => new()
    {
        Helo = $"[{client}]", Source = client, Limits = s_limits, BlockLists = [BlockList.Zone], Roots = [NameServer.Root], UseIPv6 = false,
    };
#else
    public const bool CanProbe = false;

    /// <summary>Knows no more than the words.</summary>
    public static Task<(Diagnosis Diagnosis, IReadOnlyList<Fact> Facts)> Live(Refusal refusal, CancellationToken cancel)
    {
        _ = (cancel, Recursor.Address, BlockList.Zone);
        return Task.FromResult<(Diagnosis, IReadOnlyList<Fact>)>((Rulebook.Default.Diagnose(refusal), []));
    }
#endif
}
