using System.Net;
using Gatepost.Evidence.Relaying;

namespace Gatepost.Tests.Evidence.Relaying;

/// <summary>Servers as the tests know them, and how they are asked.</summary>
internal static class Servers
{
    public const string Refusal = "554 5.7.1 Relay access denied";
    public const string Unknown = "550 5.1.1 User unknown";

    public static readonly RelayTarget Target = new(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 25), "probe.tester.example", "tester.example");

    /// <summary>A recipient that a well-kept server has; null for the answer to any other of its own.</summary>
    public static string? Own(string recipient) =>
        recipient.StartsWith("postmaster", StringComparison.Ordinal) ? "250 2.1.5 Ok"
        : !recipient.Contains('@', StringComparison.Ordinal)
            || recipient.EndsWith("@mx.example.net", StringComparison.Ordinal) || recipient.EndsWith("@example.net", StringComparison.Ordinal)
            || recipient.EndsWith("@[192.0.2.1]", StringComparison.Ordinal) || recipient.EndsWith("@[192.0.2.1].", StringComparison.Ordinal) || recipient.StartsWith('"') ? Unknown
        : null;

    public static PolicyDialer Closed => new(static (_, to) => Own(to) ?? Refusal);
    public static PolicyDialer Open => new(static (_, to) => Own(to) ?? "250 2.1.5 Ok");

    public static Task<RelayTest> Test(PolicyDialer dialer, RelayTarget? target = null) =>
        new RelayTester(dialer, TimeProvider.System).Test(target ?? Target, RelayConsent.OfOperator, new Random(1), CancellationToken.None);
}
