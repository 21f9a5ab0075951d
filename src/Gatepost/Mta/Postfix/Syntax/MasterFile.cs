using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Syntax;

/// <summary>A master.cf.</summary>
/// <param name="Services">The services that run, in order; of two with one name and type only the last.</param>
/// <param name="Problems">What Postfix would not take or leaves out.</param>
public sealed record MasterFile(ImmutableArray<MasterService> Services, ImmutableArray<ConfigProblem> Problems)
{
    /// <summary>What a main.cf alone is taken to run with.</summary>
    public static string Default { get; } = "smtp inet n - n - - smtpd\n";

    /// <summary>Reads a master.cf.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="file">What origins call it.</param>
    public static MasterFile Parse(string text, string file)
    {
        var services = new List<MasterService>();
        var places = new Dictionary<(string, string), int>();
        var problems = ImmutableArray.CreateBuilder<ConfigProblem>();
        var lines = new LogicalLineReader(text);
        while (lines.Next())
        {
            var service = MasterLine.Read(lines, file, problems);
            if (service is null) continue;
            var kind = (service.Name, service.Type is "inet" or "pass" ? service.Type : $"unix {service.Fields[0]}");
            if (places.TryGetValue(kind, out var place))
            {
                problems.Add(new ConfigProblem(services[place].Origin, ConfigProblemKind.Conflict,
                    $"The service {service} stands again in line {lines.Line}, and only that one runs.", "Remove one of the two."));
                services[place] = service;
                continue;
            }

            places[kind] = services.Count;
            services.Add(service);
        }

        foreach (var orphan in lines.Orphans) problems.Add(MainFile.Orphan(new Origin(file, orphan)));
        return new MasterFile([.. services], problems.ToImmutable());
    }

    /// <summary>Writes it out, so that it reads as itself but for the positions.</summary>
    public string Render() => string.Concat(Services.Select(static s => s.Render() + "\n"));
}
