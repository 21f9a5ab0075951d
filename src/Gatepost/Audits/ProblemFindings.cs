using Gatepost.Mta;

namespace Gatepost.Audits;

/// <summary>What a reader said of a configuration, as findings.</summary>
internal static class ProblemFindings
{
    public static IEnumerable<Finding> Of(Configuration configuration)
    {
        foreach (var problem in configuration.Problems)
            yield return new Finding(Kind(problem.Kind), Sentence(problem.What), problem.Origin) { Remedy = problem.Write is { } write ? Sentence(write) : null };
        foreach (var line in configuration.Coverage.Where(c => c.PreventsProof && !configuration.Problems.Any(p => (p.Kind is ConfigProblemKind.NotAtHand or ConfigProblemKind.MissingFile) && p.Origin == c.Origin)))
            yield return new Finding(FindingKinds.NotUnderstood, Sentence(line.Because is { } because ? $"{line.Setting}: {because}" : line.Setting), line.Origin)
            {
                Listeners = line.Listener is { } listener ? [listener] : [],
            };
    }

    private static FindingKind Kind(ConfigProblemKind kind) => kind switch
    {
        ConfigProblemKind.Syntax => FindingKinds.Syntax,
        ConfigProblemKind.UnknownName => FindingKinds.UnknownName,
        ConfigProblemKind.BadValue => FindingKinds.Broken,
        ConfigProblemKind.MissingFile => FindingKinds.MissingFile,
        ConfigProblemKind.NotAtHand => FindingKinds.NotAtHand,
        ConfigProblemKind.Template => FindingKinds.Template,
        ConfigProblemKind.WillNotRun => FindingKinds.WillNotRun,
        ConfigProblemKind.NoEffect => FindingKinds.NoEffect,
        ConfigProblemKind.Conflict => FindingKinds.Conflict,
        ConfigProblemKind.Outdated => FindingKinds.Outdated,
        _ => FindingKinds.Risky,
    };

    private static string Sentence(string text) => text.Length == 0 || text[^1] is '.' or '?' or '!' ? text : text + ".";
}
