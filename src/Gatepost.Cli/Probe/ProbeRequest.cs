using System.Net;
using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Reports;

namespace Gatepost.Cli.Probe;

/// <summary>What the command line asks of a probe, read and checked.</summary>
internal sealed record ProbeRequest
{
    /// <summary>The targets of the command line.</summary>
    public required IReadOnlyList<ProbeTarget> Targets { get; init; }

    /// <summary>The server that <c>--server</c> names instead of each target's MX hosts.</summary>
    public ProbeServer? Server { get; init; }

    /// <summary>How dialogs are held.</summary>
    public required ServerProbeOptions Dialogs { get; init; }

    /// <summary>The recursive resolver; null for the system's.</summary>
    public IPEndPoint? Resolver { get; init; }

    /// <summary>For the whole of one target.</summary>
    public required TimeSpan Timeout { get; init; }

    public bool IsJson { get; init; }
    public bool IsDryRun { get; init; }
    public ReportStyle Style { get; init; }

    /// <summary>The user says that the servers are theirs: no pacing, XCLIENT, PROXY, relay tests.</summary>
    public bool IsOperator { get; init; }

    public bool IsRelayTest { get; init; }

    /// <summary>Where to read targets from, - for standard input; null for the command line only.</summary>
    public string? Bulk { get; init; }

    public int Parallel { get; init; }
    public bool IsOrdered { get; init; }

    /// <summary>An earlier output whose targets are passed over.</summary>
    public string? Resume { get; init; }

    /// <summary>The wish about STARTTLS for MX hosts; null for as offered.</summary>
    public TlsMode? MxTls => Dialogs.Tls is TlsMode.None or TlsMode.Required ? Dialogs.Tls : null;
}
