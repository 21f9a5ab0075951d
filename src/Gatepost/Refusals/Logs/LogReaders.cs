using Gatepost.Refusals.Logs.Exim;
using Gatepost.Refusals.Logs.KumoMta;
using Gatepost.Refusals.Logs.Postfix;
using Gatepost.Refusals.Logs.PowerMta;

namespace Gatepost.Refusals.Logs;

/// <summary>All readers of mail servers' logs.</summary>
public static class LogReaders
{
    /// <summary>A new set, for one log: some readers keep what a header line told them.</summary>
    public static IReadOnlyList<LogReader> All(LogClock clock, ReadLimits limits) =>
    [
        new PostfixReader(clock, limits),
        new EximReader(clock),
        new PowerMtaReader(clock),
        new KumoMtaReader(),
    ];
}
