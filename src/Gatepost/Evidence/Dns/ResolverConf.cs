using System.Net;

namespace Gatepost.Evidence.Dns;

/// <summary>The resolvers of a Unix system, from the text of <c>/etc/resolv.conf</c> (resolv.conf(5)).</summary>
/// <param name="Servers">The recursive resolvers in their order, at most three, as the system's own look-ups take them; one at 127.0.0.1 where none is named.</param>
/// <param name="Options">How long and how often to ask: <c>options timeout:n attempts:n</c>.</param>
public sealed record ResolverConf(IReadOnlyList<IPEndPoint> Servers, DnsClientOptions Options)
{
    private const int MostServers = 3;
    private const int MostTimeout = 30;
    private const int MostAttempts = 5;
    private const int DnsPort = 53;

    /// <summary>Reads the text. Lines that are not understood are passed over, as the system does.</summary>
    public static ResolverConf Read(string text)
    {
        List<IPEndPoint> servers = [];
        var options = DnsClientOptions.Default;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith('#') || line.StartsWith(';')) continue;
            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 2) continue;
            if (words[0] == "nameserver" && servers.Count < MostServers && IPAddress.TryParse(words[1], out var address)) servers.Add(new IPEndPoint(address, DnsPort));
            else if (words[0] == "options") options = words[1..].Aggregate(options, With);
        }

        return new ResolverConf(servers.Count > 0 ? servers : [new IPEndPoint(IPAddress.Loopback, DnsPort)], options);
    }

    private static DnsClientOptions With(DnsClientOptions options, string word)
    {
        var parts = word.Split(':');
        if (parts.Length != 2 || !int.TryParse(parts[1], out var number) || number < 1) return options;
        return parts[0] switch
        {
            "timeout" => options with { Timeout = TimeSpan.FromSeconds(Math.Min(number, MostTimeout)) },
            "attempts" => options with { Tries = Math.Min(number, MostAttempts) },
            _ => options,
        };
    }
}
