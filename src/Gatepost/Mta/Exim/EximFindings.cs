using Gatepost.Relay;

namespace Gatepost.Mta.Exim;

/// <summary>Collects what a reading finds: problems, and how far each setting was understood. Each is kept once.</summary>
internal sealed class EximFindings(List<ConfigProblem> problems)
{
    private readonly HashSet<ConfigProblem> _known = [.. problems];
    private readonly List<CoverageLine> _coverage = [];
    private readonly HashSet<CoverageLine> _covered = [];

    public IReadOnlyList<ConfigProblem> Problems => problems;

    public IReadOnlyList<CoverageLine> Coverage => _coverage;

    public void Add(ConfigProblem problem)
    {
        if (_known.Add(problem)) problems.Add(problem);
    }

    public void Cover(CoverageLine line)
    {
        if (_covered.Add(line)) _coverage.Add(line);
    }

    public void Cover(Origin origin, string setting, Coverage coverage, string? because = null) => Cover(new CoverageLine(origin, Shorten.To(setting), coverage, because));
}
