using Gatepost.Relay;

namespace Gatepost.Mta.Exchange;

/// <summary>
/// Reads exports of Exchange (Get-ReceiveConnector, Get-ADPermission, Get-AcceptedDomain) and Microsoft 365 (Get-InboundConnector, Get-AcceptedDomain), as JSON or CSV. Everything here follows
/// the documentation; no real Exchange was asked. Whether a recipient exists, and whether a login may use a sender, only the directory knows.
/// </summary>
public static class ExchangeReader
{
    /// <summary>Reads a file and the exports beside it; never throws, whatever the files hold.</summary>
    public static Configuration Read(IConfigFiles files, string path, ReadingOptions options)
    {
        var problems = new List<ConfigProblem>();
        var coverage = new List<CoverageLine>();
        var exports = new ExchangeExports(problems);
        var first = files.Read(path);
        exports.Read(first);
        var folder = path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : ".";
        foreach (var beside in files.List(folder).Where(p => p != path && IsExport(p))) exports.Read(files.Read(beside));
        var domains = new ExchangeDomains(exports.Of(ExchangeExportKind.AcceptedDomain), problems, coverage);
        var policies = new ReceiveConnectors(exports, domains, problems, coverage).Policies().ToList();
        if (exports.Of(ExchangeExportKind.InboundConnector).Count > 0 || (policies.Count == 0 && domains.Domains.Length > 0)) policies.Add(new InboundConnectors(exports, domains, problems, coverage).Policy());
        foreach (var remote in exports.Of(ExchangeExportKind.RemoteDomain)) coverage.Add(new CoverageLine(remote.Origin, $"remote domain {remote.Text("DomainName")}", Coverage.Irrelevant));
        foreach (var other in exports.Of(ExchangeExportKind.Other)) coverage.Add(new CoverageLine(other.Origin, string.Join(", ", other.Values.Keys.Take(4)), Coverage.Unrecognised, "not an export that is known"));
        if (policies.Count == 0) problems.Add(new ConfigProblem(new Origin(first.Shown, 0), ConfigProblemKind.MissingFile, "there are no receive connectors, inbound connectors or accepted domains here", "export Get-ReceiveConnector, Get-ADPermission and Get-AcceptedDomain"));
        else if (domains.Domains.IsEmpty && domains.TakesAny is null) problems.Add(new ConfigProblem(new Origin(first.Shown, 0), ConfigProblemKind.MissingFile, "there are no accepted domains here, so that every domain counts as a stranger's", "export Get-AcceptedDomain"));
        return new Configuration
        {
            Software = "exchange",
            Version = options.Version,
            Policies = [.. policies],
            Coverage = [.. coverage],
            Problems = [.. problems],
            Domains = [.. domains.Domains.DistinctBy(static d => d.Name)],
        };
    }

    private static bool IsExport(string path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
}
