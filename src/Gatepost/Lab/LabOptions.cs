using System.Net;

namespace Gatepost.Lab;

/// <summary>How a world runs.</summary>
public sealed record LabOptions
{
    /// <summary>How long each server takes for each reply, or for the replies to commands that came together.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The clock of the servers.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The address that the mail servers see connecting to them.</summary>
    public IPAddress Observer { get; init; } = LabAddresses.Observer;
}
