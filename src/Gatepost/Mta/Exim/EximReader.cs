using System.Collections.Immutable;
using Gatepost.Mta.Exim.Lookups;
using Gatepost.Mta.Exim.Source;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim;

/// <summary>
/// Reads the configuration of Exim 4.94 to 4.98: one policy for each port it listens on. A Debian configuration is read from
/// <c>update-exim4.conf.conf</c> with its template or its <c>conf.d</c>.
/// </summary>
public static class EximReader
{
    private const string Version = "4.96";

    /// <summary>Reads it. Never throws on what files hold; problems and coverage say what was not understood.</summary>
    /// <param name="files">The files.</param>
    /// <param name="path">The file to begin with.</param>
    /// <param name="options">What the configuration does not say.</param>
    public static Configuration Read(IConfigFiles files, string path, ReadingOptions options)
    {
        var problems = new List<ConfigProblem>();
        var sections = EximSections.Read(DebianConfig.Lines(files, path, problems), problems);
        var included = problems.Where(static p => p.Kind == ConfigProblemKind.NotAtHand).ToArray();
        var findings = new EximFindings(problems);
        var lookups = new LookupFiles(files, options.Snapshots, findings);
        var authenticators = Authenticators(sections);
        var listeners = EximListeners.Read(sections, findings, authenticators.Count > 0 && sections.Option("auth_advertise_hosts") is not { Value: "" });
        var policies = ImmutableArray.CreateBuilder<RelayPolicy>();
        EximWorld? world = null;
        foreach (var listener in listeners)
        {
            world = World(sections, lookups, findings, options, authenticators, listener.Port);
            policies.Add(new EximPolicy(world, listener).Build());
        }

        foreach (var absent in included) findings.Cover(absent.Origin, ".include", Coverage.NotModelled, "what it includes is not at hand");
        EximCoverage.Cover(sections, findings);
        EximRisks.Find(sections, findings);
        return new Configuration
        {
            Software = "exim",
            Version = options.Version ?? Version,
            Policies = policies.ToImmutable(),
            Coverage = [.. findings.Coverage],
            Problems = [.. findings.Problems],
            Domains = world is null ? [] : EximClasses.Domains(world),
        };
    }

    private static EximWorld World(EximSections sections, LookupFiles lookups, EximFindings findings, ReadingOptions options, List<(string, string)> authenticators, int? port)
    {
        var host = sections.Option("primary_hostname")?.Value is { Length: > 0 } name ? name : options.HostName;
        var qualify = Constant("qualify_domain") ?? host;
        return new EximWorld
        {
            Sections = sections,
            Lookups = lookups,
            Findings = findings,
            Options = options,
            Port = port,
            PrimaryHostname = host,
            QualifyDomain = qualify,
            QualifyRecipient = Constant("qualify_recipient") ?? qualify,
            Authenticators = authenticators,
        };

        string? Constant(string option) => sections.Option(option)?.Value is { Length: > 0 } value ? value : null;
    }

    // Those that a client can log in by: they have a name in public and something that answers.
    private static List<(string Name, string Mechanism)> Authenticators(EximSections sections) =>
    [
        .. sections.Authenticators
            .Where(static a => a["public_name"] is { Length: > 0 } && a.Settings.Any(static s => s.Name.StartsWith("server_", StringComparison.Ordinal)))
            .Select(static a => (a.Name, a["public_name"]!.ToUpperInvariant())),
    ];
}
