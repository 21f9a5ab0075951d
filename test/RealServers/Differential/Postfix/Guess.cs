using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>Knowledge with answers tried for what is left open.</summary>
internal sealed class Guess(Knowledge known, IReadOnlyList<(Opaque Condition, int Value)> tried) : Knowledge
{
    private const int Most = 4096;

    public override Answer? Ask(Opaque condition, Session session)
    {
        if (known.Ask(condition, session) is { } answer) return answer;
        foreach (var (guessed, value) in tried)
            if (guessed.Source == condition.Source && guessed.Subject == condition.Subject && guessed.Answers == condition.Answers) return new Answer(value) { Asked = condition };
        return null;
    }

    /// <summary>Every combination of answers to what a decision depends on.</summary>
    public static IEnumerable<Guess> All(Knowledge known, Decision decision)
    {
        IEnumerable<(Opaque, int)[]> all = [[]];
        foreach (var condition in decision.DependsOn)
        {
            var values = Enumerable.Range(condition.MayFail ? Answer.FaultValue : 0, condition.Answers + (condition.MayFail ? 2 : 1));
            all = [.. all.SelectMany(before => values.Select(v => ((Opaque, int)[])[.. before, (condition, v)])).Take(Most)];
        }

        return all.Select(tried => new Guess(known, tried));
    }
}
