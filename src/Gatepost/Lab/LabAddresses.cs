using System.Net;

namespace Gatepost.Lab;

/// <summary>The addresses that every world has in common, from the ranges for documentation (RFC 5737).</summary>
public static class LabAddresses
{
    /// <summary>The root server.</summary>
    public static IPAddress Root { get; } = new([192, 0, 2, 1]);

    /// <summary>The registry: the server of the top-level domains and of the reverse zone.</summary>
    public static IPAddress Registry { get; } = new([192, 0, 2, 2]);

    /// <summary>The recursive resolver.</summary>
    public static IPAddress Resolver { get; } = new([192, 0, 2, 53]);

    /// <summary>The address that SMTP servers see connecting to them: a stranger to all.</summary>
    public static IPAddress Observer { get; } = new([203, 0, 113, 200]);
}
