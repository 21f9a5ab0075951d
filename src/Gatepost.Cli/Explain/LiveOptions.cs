using System.Net;
using Gatepost.Evidence.Dns;

namespace Gatepost.Cli.Explain;

/// <summary>What <c>--live</c> and its kin ask for.</summary>
/// <param name="Timeout">For one case.</param>
/// <param name="Helo">The argument of EHLO.</param>
internal sealed record LiveOptions(TimeSpan Timeout, string Helo)
{
    /// <summary>The resolver to ask; null for the system's.</summary>
    public IPEndPoint? Resolver { get; init; }

    /// <summary>The registry to ask; null for none. What it says is not part of a recorded world.</summary>
    public IRdap? Rdap { get; init; }

    /// <summary>The recorded world to ask instead of the network; null for the network.</summary>
    public string? World { get; init; }

    /// <summary>The file to write what was asked and answered to; null for none.</summary>
    public string? Record { get; init; }

    /// <summary>The address of the server that sent, where the text does not say it.</summary>
    public IPAddress? Client { get; init; }
}
