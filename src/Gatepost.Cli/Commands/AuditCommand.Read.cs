using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using Gatepost.Audits;
using Gatepost.Cli.Audit;
using Gatepost.Cli.Terminal;
using Gatepost.Evidence;
using Gatepost.Mta;
using Gatepost.Relay.Proof;
using Gatepost.Relay.Questions;
using Gatepost.Reports;
using Gatepost.Smtp;

namespace Gatepost.Cli.Commands;

internal sealed partial class AuditCommand
{
    // From words to a request; the first thing that is wrong ends it, with the remedy.
    private bool TryRead(ParseResult parsed, [NotNullWhen(true)] out AuditRequest? request, out string problem)
    {
        request = null;
        if (Clash(parsed) is { } clash) return Fail(clash, out problem);
        if (!TryAsks(parsed, out var asks, out problem) || !TryTrusted(parsed, out var trusted, out var names, out problem)) return false;
        if (!TryNetworks(parsed, _interfaces, out _, out problem) || !TryAssumptions(parsed, out var assumptions, out var snapshots, out problem)) return false;
        ProbeServer? confirm = null;
        if (parsed.GetValue(_confirm) is { } server && !ProbeServer.TryParse(server, out confirm, out _)) return Fail($"--confirm does not take '{Escape.Line(server, 60)}'. It takes a server: mail.example.net:25.", out problem);
        var path = parsed.GetValue(_path) ?? "-";
        (IPAddress Address, IPNetwork Network)[] given = [.. Given(parsed)];
        var reading = LiveConfiguration.Reading(path);
        request = new AuditRequest
        {
            Path = path,
            Software = parsed.GetValue(_as) is { } word ? Enum.Parse<Software>(word, ignoreCase: true) : null,
            Asks = asks,
            AskFile = parsed.GetValue(_askFile),
            Against = parsed.GetValue(_against),
            Assert = parsed.GetValue(_assert),
            HostedDomains = parsed.GetValue(_hosted),
            Confirm = confirm,
            Trusted = trusted,
            TrustedNames = names,
            Assumptions = assumptions,
            Reading = reading with
            {
                Interfaces = given.Length == 0 ? reading.Interfaces : [.. given.Select(static a => a.Network)],
                Addresses = given.Length == 0 ? reading.Addresses : [.. given.Select(static a => a.Address)],
                HostName = parsed.GetValue(_hostname) ?? reading.HostName,
                Version = parsed.GetValue(_version),
                Snapshots = snapshots,
            },
            Form = parsed.GetValue(_json) ? AuditForm.Json : parsed.GetValue(_sarif) ? AuditForm.Sarif : parsed.GetValue(_junit) ? AuditForm.JUnit : AuditForm.Text,
            FailOn = parsed.GetValue(_failOn) is { } least ? Enum.Parse<Severity>(least, ignoreCase: true) : Severity.Error,
            Style = Style.Of(parsed.GetValue(_color) ?? "auto", parsed.GetValue(_verbose)),
        };
        return true;
    }

    private string? Clash(ParseResult parsed)
    {
        foreach (var choice in new[] { _as, _failOn, _color })
            if (parsed.GetValue(choice) is { } word && !choice.Words.Contains(word))
                return $"{choice.Name} does not take '{word}'.{Nearest.Hint(word, choice.Words)} It takes {string.Join(", ", choice.Words)}.";
        var forms = new Option<bool>[] { _json, _sarif, _junit }.Where(o => parsed.GetValue(o)).ToArray();
        if (forms.Length > 1) return $"{forms[0].Name} and {forms[1].Name} exclude each other.";
        var asks = new (string Name, bool Given)[]
        {
            ("--ask", parsed.GetValue(_ask) is { Length: > 0 }), ("--ask-file", parsed.GetValue(_askFile) is not null),
            ("--against", parsed.GetValue(_against) is not null), ("--assert", parsed.GetValue(_assert) is not null),
        }.Where(static a => a.Given).ToArray();
        if (asks.Length > 1) return $"{asks[0].Name} and {asks[1].Name} ask different things; give one of them.";
        if (parsed.GetValue(_junit) && parsed.GetValue(_assert) is null) return "--junit writes what became of assertions; add --assert FILE.";
        if (parsed.GetValue(_sarif) && asks.Length > 0) return $"--sarif writes findings; leave {asks[0].Name} out.";
        if (parsed.GetValue(_version) is { } version && !Version.TryParse(version, out _)) return $"--server-version does not take '{Escape.Line(version, 20)}'. It takes a version, such as 3.7.";
        if (parsed.GetValue(_confirm) is null) return parsed.GetValue(_operate) ? "--i-operate-this-server is for --confirm HOST:PORT." : null;
        return parsed.GetValue(_operate) ? null : "--confirm tries whether a server relays; say that it is yours with --i-operate-this-server.";
    }

    private bool TryAsks(ParseResult parsed, out ImmutableArray<AttemptLine> asks, out string problem)
    {
        (asks, problem) = ([], "");
        foreach (var line in parsed.GetValue(_ask) ?? [])
        {
            if (!AttemptLine.TryParse(line, out var read, out var fault)) return Fail($"--ask does not take '{Escape.Line(line, 120)}': {fault}.", out problem);
            asks = asks.Add(read!);
        }

        return true;
    }

    private bool TryTrusted(ParseResult parsed, out ImmutableArray<IPNetwork> networks, out ImmutableArray<string> names, out string problem)
    {
        (networks, names, problem) = ([], [], "");
        foreach (var text in (parsed.GetValue(_trust) ?? []).SelectMany(static t => t.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (NetworkText.Parse(text) is { } network) networks = networks.Add(network);
            else if (DomainName.Parse(text) is { IsSingleLabel: false } name) names = names.Add(name.Ascii);
            else return Fail($"--trust does not take '{Escape.Line(text, 60)}'. It takes an address, a network such as 192.0.2.0/24, or a domain of clients' names.", out problem);
        }

        return true;
    }

    private static bool TryNetworks(ParseResult parsed, Option<string[]> option, out ImmutableArray<IPNetwork> networks, out string problem)
    {
        (networks, problem) = ([], "");
        foreach (var text in (parsed.GetValue(option) ?? []).SelectMany(static t => t.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (NetworkText.Parse(text) is not { } network) return Fail($"{option.Name} does not take '{Escape.Line(text, 60)}'. It takes an address or a network, such as 192.0.2.0/24 or 2001:db8::/32.", out problem);
            networks = networks.Add(network);
        }

        return true;
    }

    private bool TryAssumptions(ParseResult parsed, out ImmutableArray<Assumption> assumptions, out ImmutableDictionary<string, string> snapshots, out string problem)
    {
        (assumptions, snapshots, problem) = ([], ImmutableDictionary<string, string>.Empty, "");
        foreach (var text in parsed.GetValue(_assume) ?? [])
        {
            var at = text.LastIndexOf("=@", StringComparison.Ordinal);
            if (at > 0)
            {
                var file = text[(at + 2)..];
                try
                {
                    snapshots = snapshots.SetItem(text[..at], File.ReadAllText(file));
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    return Fail($"--assume: {Escape.Line(file, 120)} cannot be read.", out problem);
                }
            }
            else if (AssumptionText.TryParse(text, out var read, out var fault)) assumptions = assumptions.Add(read!);
            else return Fail($"--assume does not take '{Escape.Line(text, 120)}': {fault}.", out problem);
        }

        return true;
    }

    private IEnumerable<(IPAddress Address, IPNetwork Network)> Given(ParseResult parsed)
    {
        foreach (var text in (parsed.GetValue(_interfaces) ?? []).SelectMany(static t => t.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            if (NetworkText.Parse(text) is { } network) yield return (IPAddress.Parse(text.Split('/')[0]), network);
    }

    private static bool Fail(string message, out string problem)
    {
        problem = message;
        return false;
    }
}
