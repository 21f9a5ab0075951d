using System.Net;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Smtp;

namespace Gatepost.Evidence;

/// <summary>How to probe: under what name, within what bounds, and what is allowed.</summary>
public sealed record ProberOptions
{
    /// <summary>The argument of EHLO: the user's own host name, or an address literal.</summary>
    public required string Helo { get; init; }

    /// <summary>The bounds of each dialog.</summary>
    public DialogLimits Limits { get; init; } = DialogLimits.Default;

    /// <summary>True where servers at private and loopback addresses may be connected to although a domain's DNS, not the user, named them.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Block lists to ask about the client; empty for none.</summary>
    public IReadOnlyList<string> BlockLists { get; init; } = [];

    /// <summary>Addresses of the root servers, for walking delegations.</summary>
    public IReadOnlyList<IPAddress> Roots { get; init; } = [];

    /// <summary>False where the delegation is not to be walked nor each name server asked itself: for many targets at once.</summary>
    public bool AskNameServers { get; init; } = true;

    /// <summary>Who says whether the words of a refusal are a relay denial (true), say something else (false), or are not known (null).</summary>
    public Func<Reply, bool?> SaysRelay { get; init; } = static _ => null;

    /// <summary>The registry; null where it is not to be asked.</summary>
    public IRdap? Rdap { get; init; }

    /// <summary>The port for mail between servers; another number only in tests.</summary>
    public int SmtpPort { get; init; } = 25;

    /// <summary>The port of authoritative name servers.</summary>
    public int DnsPort { get; init; } = 53;

    /// <summary>The local address to connect from; null for the system's choice.</summary>
    public IPAddress? Source { get; init; }

    /// <summary>False for IPv4 only.</summary>
    public bool UseIPv6 { get; init; } = true;
}
