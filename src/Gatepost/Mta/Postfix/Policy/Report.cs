using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Policy;

/// <summary>Collects what is found while a policy is made: problems once each, and how far settings were understood.</summary>
internal sealed class Report
{
    private readonly List<ConfigProblem> _problems = [];
    private readonly HashSet<ConfigProblem> _seen = [];
    private readonly List<CoverageLine> _coverage = [];

    public IReadOnlyList<ConfigProblem> Problems => _problems;

    /// <summary>The lines that are less than understood.</summary>
    public IReadOnlyList<CoverageLine> Coverage => _coverage;

    public void Problem(Origin origin, ConfigProblemKind kind, string what, string? write)
    {
        var problem = new ConfigProblem(origin, kind, Sentence(what), write is null ? null : Sentence(write));
        if (_seen.Add(problem)) _problems.Add(problem);
    }

    private static string Sentence(string text) => text.EndsWith('.') || text.EndsWith('…') ? text : text + ".";

    public void Cover(Origin origin, string setting, Coverage coverage, string because, string? listener = null)
    {
        var line = new CoverageLine(origin, setting, coverage, because, listener);
        if (!_coverage.Contains(line)) _coverage.Add(line);
    }
}
