namespace Gatepost.Evidence.Dns;

/// <summary>The patience of <see cref="SocketDns"/>.</summary>
public sealed record DnsClientOptions
{
    /// <summary>The usual bounds.</summary>
    public static DnsClientOptions Default { get; } = new();

    /// <summary>For one try at one server, over UDP; as much again over TCP.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How many times a server that does not answer is asked; at least 1.</summary>
    public int Tries { get; init; } = 2;

    /// <summary>Questions that are out at one time; the rest wait.</summary>
    public int MaxInFlight { get; init; } = 500;
}
