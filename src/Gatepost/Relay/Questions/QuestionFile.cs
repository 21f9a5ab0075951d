using System.Collections.Immutable;
using Gatepost.Smtp;

namespace Gatepost.Relay.Questions;

/// <summary>A questions file: questions to put to a policy, with or without the answers that are expected. Blank lines and lines that begin with <c>#</c> are passed over.</summary>
/// <param name="Lines">The questions.</param>
/// <param name="Problems">Every line that is none, with its number.</param>
public sealed record QuestionFile(ImmutableArray<QuestionLine> Lines, ImmutableArray<(int Line, ParseProblem Problem)> Problems)
{
    private const string Arrow = "->";
    private const string Prove = "prove ";

    private static readonly (string Word, ClaimKind Kind)[] Claims =
    [
        ("no-open-relay", ClaimKind.NoOpenRelay),
        ("submission-needs-login", ClaimKind.SubmissionNeedsLogin),
        ("accepts", ClaimKind.Accepts),
        ("no-catch-all", ClaimKind.NoCatchAll),
        ("understood", ClaimKind.Understood),
    ];

    /// <summary>Reads a file's text; all problems at once.</summary>
    public static QuestionFile Parse(string text)
    {
        var lines = ImmutableArray.CreateBuilder<QuestionLine>();
        var problems = ImmutableArray.CreateBuilder<(int, ParseProblem)>();
        var number = 0;
        foreach (var written in text.Split('\n'))
        {
            number++;
            var line = written.TrimEnd('\r', ' ', '\t');
            var start = line.TrimStart(' ', '\t');
            if (start.Length == 0 || start[0] == '#') continue;
            if (TryLine(number, line, start, out var question, out var problem)) lines.Add(question!);
            else problems.Add((number, problem));
        }

        return new QuestionFile(lines.ToImmutable(), problems.ToImmutable());
    }

    private static bool TryLine(int number, string line, string start, out QuestionLine? question, out ParseProblem problem)
    {
        question = null;
        if (start.StartsWith(Prove, StringComparison.Ordinal))
        {
            if (!TryClaim(start[Prove.Length..], out var claim, out problem)) return Moved(line.Length - start.Length + Prove.Length, ref problem);
            question = new QuestionLine(number, line, null, null, claim);
            return true;
        }

        // An arrow may stand in a quoted value; the last one is the question's.
        var arrow = line.LastIndexOf(Arrow, StringComparison.Ordinal);
        Expectation? expected = null;
        if (arrow >= 0)
        {
            var after = line[(arrow + Arrow.Length)..];
            if (!Expectation.TryParse(after.Trim(), out expected, out problem)) return Moved(arrow + Arrow.Length + after.Length - after.TrimStart().Length, ref problem);
        }

        if (!AttemptLine.TryParse(arrow < 0 ? line : line[..arrow], out var attempt, out problem)) return false;
        question = new QuestionLine(number, line, attempt, expected, null);
        return true;
    }

    private static bool TryClaim(string text, out Claim? claim, out ParseProblem problem)
    {
        claim = null;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        string? listener = null;
        if (words.Count > 0 && words[^1].StartsWith("listener=", StringComparison.Ordinal))
        {
            listener = words[^1]["listener=".Length..];
            words.RemoveAt(words.Count - 1);
        }

        var known = words.Count == 0 ? -1 : Array.FindIndex(Claims, c => c.Word == words[0]);
        if (known < 0) return Fail($"what can be proved is {string.Join(", ", Claims.Select(static c => c.Word))}", out problem);
        var needsDomain = Claims[known].Kind == ClaimKind.Accepts;
        if (needsDomain != (words.Count == 2)) return Fail(needsDomain ? "accepts needs one domain: prove accepts example.org" : $"nothing but listener=NAME can follow {words[0]}", out problem);
        claim = new Claim(Claims[known].Kind, needsDomain ? words[1].ToLowerInvariant() : null, listener);
        problem = default;
        return true;
    }

    private static bool Moved(int by, ref ParseProblem problem)
    {
        problem = problem with { Position = problem.Position + by };
        return false;
    }

    private static bool Fail(string message, out ParseProblem problem)
    {
        problem = new ParseProblem(message, 0);
        return false;
    }
}
