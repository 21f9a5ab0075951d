using System.Collections.Immutable;
using System.Net;
using Gatepost.Mta;
using Gatepost.Mta.OpenSmtpd;
using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.OpenSmtpd;

/// <summary>A generated configuration.</summary>
/// <param name="Lines">The statements, each with the features it has. <c>{v4}</c> stands for the server's address.</param>
/// <param name="Files">The files beside it.</param>
internal sealed record SmtpdCase(ImmutableArray<SmtpdLine> Lines, ImmutableDictionary<string, string> Files)
{
    private const string ConfigPath = SmtpdServer.Folder + "/smtpd.conf";

    /// <summary>The ports of its listeners that are there, in order.</summary>
    public ImmutableArray<int> Ports => [.. Lines.Where(static l => l.Port is not null).Select(static l => l.Port!.Value)];

    /// <summary>smtpd.conf.</summary>
    public string Text(IPAddress address) =>
        string.Join('\n', Lines.Select(static l => l.Text)).Replace("{v4}", address.ToString(), StringComparison.Ordinal) + "\n";

    /// <summary>Where it listens.</summary>
    public IEnumerable<IPEndPoint> EndPoints(IPAddress address) => Ports.Select(p => EndPoint(address, p));

    /// <summary>The listener at a port: those of odd numbers listen to IPv6.</summary>
    public static IPEndPoint EndPoint(IPAddress address, int port) => new(IsV6(port) ? IPAddress.IPv6Loopback : address, port);

    /// <summary>True for a port at which clients come by IPv6.</summary>
    public static bool IsV6(int port) => port % 2 == 1;

    /// <summary>What the reader makes of it.</summary>
    public Configuration Read(IPAddress address)
    {
        var files = Files.ToDictionary(static f => $"{SmtpdServer.Folder}/{f.Key}", static f => f.Value, StringComparer.Ordinal);
        files[ConfigPath] = Text(address);
        return OpenSmtpdReader.Read(new MemoryFiles(files), ConfigPath, Options);
    }

    /// <summary>What the reader is told of the machine.</summary>
    public static ReadingOptions Options { get; } = new()
    {
        HostName = SmtpdServer.HostName,
        Version = "6.8",
        Snapshots = ImmutableDictionary<string, string>.Empty.Add("passwd", SmtpdServer.Passwd),
    };

    /// <summary>What is known of the outside: clients say EHLO, and nobody has a <c>.forward</c>.</summary>
    public sealed class Outside : Knowledge
    {
        public override Answer? Ask(Opaque condition, Session session) => condition.Source switch
        {
            "EHLO rather than HELO" => Answer.Yes,
            "~/.forward" => Answer.No,
            _ => null,
        };
    }
}
