using Gatepost.Smtp;

namespace Gatepost.Refusals.Texts;

/// <summary>Looks at one line of pasted text.</summary>
internal static class TextLine
{
    private const int WrapsFrom = 55;

    public static LineKind KindOf(ReadOnlySpan<char> line, bool isAlone)
    {
        if (line.Length < 3) return LineKind.Other;
        if (line[0] is '4' or '5' && line.Length > 9 && line[3] is ' ' or '-' && ReplyCode.TryReadDigits(line, out _)
            && EnhancedStatus.TryReadPrefix(line[4..], out _, out _)) return LineKind.Bare;
        if (IsRefusalStart(line) && ReplyContext.At(line, 0) == ReplyPlace.Start)
            return isAlone || ReplyStatus.TryRead(AfterCode(line), isTolerant: true, out _, out _) || RefusalWords.HintIn(line) || line is [_, _, _, '-', ..]
                ? LineKind.Bare : LineKind.Other;
        if (EnhancedStatus.TryReadPrefix(line.TrimStart("#(["), out var status, out _) && status.Class != 2)
            return isAlone || RefusalWords.HintIn(line) ? LineKind.Bare : LineKind.Other;
        var isRefusal = ReplyCode.TryFind(line, out var spot) && spot.Code >= 400;
        if (isRefusal && !spot.IsAside
            && (ReplyStatus.TryRead(AfterCode(line[spot.Start..]), isTolerant: true, out _, out _) || RefusalWords.HintIn(line))) return LineKind.Quoted;
        if (isRefusal && spot.IsAside && RefusalWords.HintIn(line)) return LineKind.Quoted;
        if (ReplyStatus.Find(line, 5) is not null && RefusalWords.HintIn(line)) return LineKind.Quoted;
        return RefusalWords.PhraseIn(line) ? LineKind.Words : LineKind.Other;
    }

    /// <summary>True where the reply on <paramref name="line"/> goes on on <paramref name="next"/>.</summary>
    public static bool GoesOn(ReadOnlySpan<char> line, ReadOnlySpan<char> next, ReadOnlySpan<char> nextRaw)
    {
        if (next.IsEmpty) return false;
        if (ReplyCode.TryReadDigits(line, out var code) && ReplyCode.StandsAt(next, code)) return line.Length > 3 && line[3] == '-';
        if (ReplyCode.TryReadDigits(next, out _) && ReplyContext.At(next, 0) == ReplyPlace.Start) return false;
        var start = ReplyCode.TryFind(line, out var spot) ? spot.Start : 0;
        var hasOnlyCode = AfterCode(line[start..]).TrimEnd(" :").Length < 8;
        if (hasOnlyCode) return true;
        if (KindOf(next, isAlone: false) is LineKind.Quoted or LineKind.Bare) return false;
        if (nextRaw.Length > 0 && nextRaw[0] is ' ' or '\t') return true;
        return line.Length >= WrapsFrom && next.IndexOf(": ") is not (> 0 and < 25);
    }

    private static bool IsRefusalStart(ReadOnlySpan<char> line) => line[0] is '4' or '5' && ReplyCode.TryReadDigits(line, out _);

    private static ReadOnlySpan<char> AfterCode(ReadOnlySpan<char> line) =>
        ReplyCode.TryReadDigits(line, out _) ? line[3..].TrimStart(" -#([:,") : line;
}
