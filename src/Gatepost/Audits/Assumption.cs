using Gatepost.Smtp;

namespace Gatepost.Audits;

/// <summary>
/// What the operator says an outside lookup answers: <c>SOURCE=no</c>, <c>SOURCE=yes</c>, <c>SOURCE=N</c> (the Nth answer), <c>SOURCE=fails</c>; the source as reports
/// show it, with <c>*</c> for any run of characters.
/// </summary>
/// <param name="Source">The source or pattern.</param>
/// <param name="Answer">The answer: 0 no, from 1 the answers, -1 a failure.</param>
public sealed record Assumption(string Source, int Answer)
{
    /// <summary>Reads an assumption; false with the problem where it is none.</summary>
    public static bool TryParse(string text, out Assumption? read, out ParseProblem problem)
    {
        read = null;
        var equals = text.LastIndexOf('=');
        if (equals <= 0)
        {
            problem = new ParseProblem("an assumption is SOURCE=ANSWER, such as mysql:/etc/postfix/domains.cf=no", 0);
            return false;
        }

        var word = text[(equals + 1)..].Trim();
        int? answer = word.ToLowerInvariant() switch
        {
            "no" => 0,
            "yes" => 1,
            "fails" => Relay.Answer.FaultValue,
            _ => int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1000 ? number : null,
        };
        if (answer is not { } value)
        {
            problem = new ParseProblem($"{word} is no answer: no, yes, fails, or the number of an answer", equals + 1);
            return false;
        }

        problem = default;
        read = new Assumption(text[..equals].Trim(), value);
        return true;
    }

    /// <summary>True where it speaks of a source.</summary>
    public bool IsAbout(string source) => IsLike(Source, source);

    // Each star takes as little as it can, and more where the rest does not fit: linear but for the last star.
    private static bool IsLike(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (p < pattern.Length && char.ToLowerInvariant(pattern[p]) == char.ToLowerInvariant(text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else return false;
        }

        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }
}
