using Gatepost.Refusals.Logs.Courier;
using Gatepost.Refusals.Logs.Exchange;
using Gatepost.Refusals.Logs.Exim;
using Gatepost.Refusals.Logs.Haraka;
using Gatepost.Refusals.Logs.Kerio;
using Gatepost.Refusals.Logs.KumoMta;
using Gatepost.Refusals.Logs.OpenSmtpd;
using Gatepost.Refusals.Logs.Postfix;
using Gatepost.Refusals.Logs.PowerMta;
using Gatepost.Refusals.Logs.Qmail;
using Gatepost.Refusals.Logs.Sendmail;

namespace Gatepost.Refusals.Logs;

/// <summary>All readers of mail servers' logs.</summary>
public static class LogReaders
{
    /// <summary>A new set, for one log: some readers keep what a header line told them.</summary>
    public static IReadOnlyList<LogReader> All(LogClock clock, ReadLimits limits) =>
    [
        new PostfixReader(clock, limits),
        new EximReader(clock),
        new SendmailReader(clock),
        new OpenSmtpdReader(clock),
        new QmailReader(clock),
        new CourierReader(clock),
        new HarakaReader(clock),
        new KerioReader(clock),
        new TrackingReader(clock),
        new PowerMtaReader(clock),
        new KumoMtaReader(),
    ];
}
