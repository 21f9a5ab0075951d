using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Gatepost.Cli.Probe;
using Gatepost.Cli.Terminal;
using Gatepost.Diagnoses;
using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;

namespace Gatepost.Cli.Commands;

internal sealed partial class ProbeCommand
{
    private const int MostParallel = 10_000;

    // From words to a request; the first thing that is wrong ends it, with the remedy.
    private bool TryRead(ParseResult parsed, [NotNullWhen(true)] out ProbeRequest? request, out string problem)
    {
        request = null;
        if (Clash(parsed) is { } clash) return Fail(clash, out problem);
        if (!TryServer(parsed, out var server, out problem) || !TryTargets(parsed, server, out var targets, out problem)) return false;
        if (NeedsServer(parsed, server, targets) is { } lacking) return Fail(lacking, out problem);
        if (!CommonOptions.TrySeconds(parsed.GetValue(_timeout), out var timeout, out problem) || !TrySender(parsed, out var sender, out problem)) return false;
        if (!CommonOptions.TryAddress(parsed, _source, out var source, out problem) || !CommonOptions.TryEndpoint(parsed, _resolver, CommonOptions.DnsPort, out var resolver, out problem)) return false;
        if (!CommonOptions.TryEndpoint(parsed, _proxySource, 0, out var proxySource, out problem) || !CommonOptions.TryHelo(parsed.GetValue(_helo), source, targets, out var helo, out problem)) return false;
        if (!CommonOptions.TryRdap(parsed.GetValue(_rdap), out var rdap, out problem)) return false;
        if (!TryLogin(parsed, out var login, out problem) || !TryParallel(parsed, out var parallel, out problem)) return false;

        var limits = DialogLimits.Default;
        var common = new ProberOptions
        {
            Helo = helo,
            Limits = limits with { Connect = Least(limits.Connect, timeout), Reply = Least(limits.Reply, timeout), Total = timeout },
            AllowPrivateAddresses = parsed.GetValue(_allowPrivate),
            Source = source,
            UseIPv6 = !parsed.GetValue(_ipv4),
            SaysRelay = Rulebook.Default.SaysRelay,
            Rdap = rdap,
        };
        request = new ProbeRequest
        {
            Targets = targets,
            Server = server,
            Dialogs = new ServerProbeOptions(common)
            {
                Tls = parsed.GetValue(_tls) switch { "required" => TlsMode.Required, "none" => TlsMode.None, "implicit" => TlsMode.Implicit, _ => null },
                Login = login,
                XClient = parsed.GetValue(_xclient),
                ProxyVersion = parsed.GetValue(_proxy) switch { "v1" => 1, "v2" => 2, _ => null },
                ProxySource = proxySource,
                Sender = sender,
            },
            Resolver = resolver,
            Timeout = timeout,
            IsJson = parsed.GetValue(_json),
            IsDryRun = parsed.GetValue(_dryRun),
            Style = Style.Of(parsed.GetValue(_color) ?? "auto", parsed.GetValue(_verbose)),
            IsOperator = parsed.GetValue(_operate),
            IsRelayTest = parsed.GetValue(_relayTest),
            Bulk = parsed.GetValue(_bulk),
            Parallel = parallel,
            IsOrdered = parsed.GetValue(_ordered),
            Resume = parsed.GetValue(_resume),
        };
        return true;
    }

    private string? Clash(ParseResult parsed)
    {
        foreach (var choice in new[] { _tls, _proxy, _color })
            if (parsed.GetValue(choice) is { } word && !choice.Words.Contains(word))
                return $"{choice.Name} does not take '{word}'.{Nearest.Hint(word, choice.Words)} It takes {string.Join(", ", choice.Words)}.";
        var isBulk = parsed.GetValue(_bulk) is not null;
        if (isBulk && parsed.GetValue(_targets) is { Length: > 0 }) return "--bulk reads the targets from its list; leave the others out, or put them into it.";
        if (isBulk && parsed.GetValue(_dryRun)) return "--dry-run shows single targets; leave --bulk out and name one.";
        if (isBulk && parsed.GetValue(_relayTest)) return "--relay-test is for one server; leave --bulk out.";
        if (isBulk && parsed.GetValue(_to) is not null) return "--to is for single targets; in a list, write the addresses themselves.";
        if (!isBulk && (parsed.GetValue(_ordered) || parsed.GetValue(_parallel) is not null || parsed.GetValue(_resume) is not null)) return "--ordered, --parallel and --resume are for lists; give one with --bulk FILE.";
        if (parsed.GetValue(_json) && parsed.GetValue(_dryRun)) return "--dry-run prints text; leave --json out.";
        if (parsed.GetValue(_login) is null && (parsed.GetValue(_secrets) is not null || parsed.GetValue(_mechanism) is not null)) return "--secrets and --mechanism need --login USER.";
        if ((parsed.GetValue(_proxy) is null) != (parsed.GetValue(_proxySource) is null)) return "--proxy and --proxy-source go together: --proxy v2 --proxy-source 192.0.2.1:4711.";
        if (parsed.GetValue(_operate)) return null;
        return parsed.GetValue(_xclient) is not null || parsed.GetValue(_proxy) is not null
            ? "--xclient and --proxy make a server believe that somebody else connects; say that it is yours with --i-operate-this-server."
            : null;
    }

    // What concerns one server that the user knows is never sent to whatever server the DNS names.
    private string? NeedsServer(ParseResult parsed, ProbeServer? server, IReadOnlyList<ProbeTarget> targets)
    {
        var hasServer = server is not null || (targets.Count > 0 && targets.All(static t => t.Server is not null));
        if (hasServer) return null;
        var option = parsed.GetValue(_login) is not null ? "--login"
            : parsed.GetValue(_xclient) is not null ? "--xclient"
            : parsed.GetValue(_proxy) is not null ? "--proxy"
            : parsed.GetValue(_tls) == "implicit" ? "--tls implicit" : null;
        return option is null ? null : $"{option} is for a server that you name, not for one that the DNS names; add --server HOST:PORT.";
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static bool Fail(string message, out string problem)
    {
        problem = message;
        return false;
    }
}
