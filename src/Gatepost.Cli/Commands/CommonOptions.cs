using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using Gatepost.Cli.Probe;
using Gatepost.Evidence;
using Gatepost.Evidence.Dns;

namespace Gatepost.Cli.Commands;

/// <summary>Values that options of several verbs take; each says what is wrong and what it takes.</summary>
internal static class CommonOptions
{
    /// <summary>The port of name servers.</summary>
    public const int DnsPort = 53;
    private const double MostSeconds = 600;

    public static bool TrySeconds(string? text, out TimeSpan timeout, out string problem)
    {
        (timeout, problem) = (TimeSpan.FromSeconds(10), "");
        if (text is null) return true;
        if (!double.TryParse(text.TrimEnd('s'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds is < 0.1 or > MostSeconds)
            return Fail($"--timeout does not take '{text}'. It takes seconds, from 0.1 to {MostSeconds}.", out problem);
        timeout = TimeSpan.FromSeconds(seconds);
        return true;
    }

    public static bool TryAddress(ParseResult parsed, ValueOption option, out IPAddress? address, out string problem)
    {
        (address, problem) = (null, "");
        if (parsed.GetValue(option) is not { } text) return true;
        if (!ProbeServer.TryParse(text, out var server, out _) || server is not { Address: { } known, Port: null })
            return Fail($"{option.Name} does not take '{text}'. It takes an address, such as 192.0.2.1.", out problem);
        address = known;
        return true;
    }

    public static bool TryEndpoint(ParseResult parsed, ValueOption option, int defaultPort, out IPEndPoint? endpoint, out string problem)
    {
        (endpoint, problem) = (null, "");
        if (parsed.GetValue(option) is not { } text) return true;
        if (!ProbeServer.TryParse(text, out var server, out _) || server.Address is not { } address)
            return Fail($"{option.Name} does not take '{text}'. It takes an address, such as 192.0.2.1 or [2001:db8::1]:5353.", out problem);
        endpoint = new IPEndPoint(address, server.Port ?? defaultPort);
        return true;
    }

    public static bool TryHelo(string? option, IPAddress? source, IReadOnlyList<ProbeTarget> targets, [NotNullWhen(true)] out string? helo, out string problem)
    {
        problem = "";
        var (given, from) = option is not null ? (option, "--helo") : (Environment.GetEnvironmentVariable(HeloName.Variable), HeloName.Variable);
        if (string.IsNullOrEmpty(given) && from != "--helo")
        {
            helo = HeloName.Own(source, targets);
            return true;
        }

        helo = given ?? "";
        if (HeloName.Problem(helo) is { } fault) return Fail($"{from} does not take '{helo}': {fault}.", out problem);
        var name = helo;
        return !targets.Any(t => HeloName.IsTargets(name, t)) || Fail($"{from} {helo} is the target's own name; servers refuse that. Give your own host name.", out problem);
    }

    /// <summary>An RDAP server's base address: HTTPS, or HTTP on this machine.</summary>
    public static bool TryRdap(string? text, out IRdap? rdap, out string problem)
    {
        (rdap, problem) = (null, "");
        if (text is null) return true;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var server) || !(server.Scheme == Uri.UriSchemeHttps || (server.Scheme == Uri.UriSchemeHttp && server.IsLoopback)))
            return Fail($"--rdap does not take '{Gatepost.Reports.Escape.Line(text, 60)}'. It takes a registry's RDAP address, such as https://rdap.example/.", out problem);
        var http = new HttpClient(new SocketsHttpHandler { MaxAutomaticRedirections = 5 }) { Timeout = TimeSpan.FromSeconds(5) };
        rdap = new HttpRdap(http, server, TimeProvider.System);
        return true;
    }

    private static bool Fail(string message, out string problem)
    {
        problem = message;
        return false;
    }
}
