using Gatepost.Diagnoses;
using Gatepost.Refusals;

namespace Gatepost.Reports;

/// <summary>
/// One diagnosis in the words of people who have never seen SMTP: why, who can mend it (one party, not several), what to do, and the
/// raw line last for whoever helps them. At most <see cref="WordLimit"/> words in all; no code stands before <see cref="Help"/>.
/// The strings are as they came: escape them where they are shown.
/// </summary>
internal sealed partial record ClientText
{
    public const int WordLimit = 120;
    private const int RawWords = 24;
    private const int RawWordsLeast = 8;
    private const int RawLength = 200;

    public required string Headline { get; init; }
    public required string Why { get; init; }
    public required string Who { get; init; }
    public required IReadOnlyList<string> Steps { get; init; }
    public required string Reassurance { get; init; }

    /// <summary>What the one who can mend it has to do, where that is not the reader; in that person's language.</summary>
    public required IReadOnlyList<string> ForThem { get; init; }

    /// <summary>What the raw line is for.</summary>
    public required string Help { get; init; }

    /// <summary>The reply as said, shortened.</summary>
    public required string Raw { get; init; }

    /// <summary>Host and time of the reply; empty where neither is known.</summary>
    public required string RawSource { get; init; }

    public static ClientText Of(Diagnosis diagnosis)
    {
        var fill = new Fill(diagnosis);
        var ownSteps = FixSteps(diagnosis, diagnosis.Owner);
        var forReader = diagnosis.Owner is Owner.Sender or Owner.Nobody;
        var steps = ReaderSteps(diagnosis, forReader ? ownSteps : []);
        var text = new ClientText
        {
            Headline = HeadlineOf(diagnosis),
            Why = fill.In(diagnosis.Cause.Plain)
                + (diagnosis is { Confidence: Confidence.Low, Owner: not Owner.Undetermined } ? " (This is the likeliest reading; it is not certain.)" : ""),
            Who = WhoOf(diagnosis, fill.Domain),
            Steps = [],
            Reassurance = ReassuranceOf(diagnosis),
            ForThem = [],
            Help = $"{(forReader ? "If you need help, forward this text to" : "For")} the mail administrator ({diagnosis.Cause.Id}, confidence {Names.Of(diagnosis.Confidence)}):",
            Raw = "",
            RawSource = SourceOf(diagnosis.Refusal),
        };

        // The steps go before the raw line, and a piece of the raw line before the other side's steps.
        var raw = Words.Said(diagnosis);
        var least = Math.Min(WordsOf(raw), RawWordsLeast);
        var room = WordLimit - text.CountWords() - least;
        var kept = Take(steps.Select(fill.In), ref room, 1);
        var forThem = forReader ? [] : Take(ownSteps, ref room, 0);
        return text with { Steps = kept, ForThem = forThem, Raw = Cut(raw, Math.Min(RawWords, least + room)) };
    }

    // What the reader can do: mend it where it is theirs, else what helps them meanwhile.
    private static IReadOnlyList<string> ReaderSteps(Diagnosis diagnosis, IReadOnlyList<string> own)
    {
        if (own.Count > 0) return own;
        var helps = diagnosis.Side != Side.Sender && diagnosis.Owner != Owner.Undetermined && diagnosis.Refusal.Kind == RefusalKind.Failed;
        return helps && FixSteps(diagnosis, Owner.Sender) is { Count: > 0 } meanwhile ? meanwhile : StepsFor(diagnosis);
    }

    // The steps of the best fix that the one who must act can carry out.
    private static IReadOnlyList<string> FixSteps(Diagnosis diagnosis, Owner owner)
    {
        foreach (var fix in diagnosis.Fixes.Count > 0 ? diagnosis.Fixes : diagnosis.Cause.Fixes)
            if (fix.Who == owner)
                return fix.Steps;
        return [];
    }

    private static string[] Take(IEnumerable<string> steps, ref int room, int each)
    {
        var kept = new List<string>();
        foreach (var step in steps)
        {
            var words = WordsOf(step) + each;
            if (words > room) break;
            room -= words;
            kept.Add(step);
        }

        return [.. kept];
    }

    private int CountWords() =>
        WordsOf(Headline) + WordsOf(Why) + WordsOf(Who) + WordsOf(Reassurance) + WordsOf(Help) + WordsOf(RawSource)
        + WordsOf(HeadingWhy) + WordsOf(HeadingWho) + WordsOf(HeadingSteps);

    internal static int WordsOf(string text)
    {
        int words = 0, length = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) length = 0;
            else if (length++ == 0) words++;
        }

        return words;
    }

    private static string Cut(string raw, int most)
    {
        int words = 0, end = 0;
        for (var i = 0; i <= raw.Length && words < most; i++)
        {
            if (i < raw.Length && raw[i] != ' ') continue;
            words++;
            end = i;
        }

        if (end == raw.Length && raw.Length <= RawLength) return raw;
        end = Math.Min(end, RawLength);
        if (end > 0 && end < raw.Length && char.IsHighSurrogate(raw[end - 1])) end--;
        return raw[..end] + "…";
    }

    private static string SourceOf(Refusal refusal)
    {
        var host = Words.RefusingServer(refusal) ?? Words.NotEmpty(refusal.ReportingMta);
        var time = refusal.Time is { } t ? Words.TimeForPeople(t) : null;
        return host is null ? time ?? "" : time is null ? Short(host) : $"{Short(host)}, {time}";
    }

    /// <summary>Names and addresses come from hostile text; no name needs more than this.</summary>
    private static string Short(string name)
    {
        var one = name.AsSpan().ContainsAny(' ', '\t') ? name.Replace(' ', '_').Replace('\t', '_') : name;
        return Escape.Line(one, 64);
    }
}
