namespace Gatepost.Refusals.Inputs;

/// <summary>
/// The line before each mail of an mbox (RFC 4155 appendix A): <c>From sender date</c>. The date may be that of asctime, with
/// or without seconds or a zone, or that of RFC 5322; mere sentences that begin with "From" do not have one.
/// </summary>
internal static class MboxSeparator
{
    /// <summary>Bytes of a line that are looked at; longer lines are no separators.</summary>
    public const int MaxLine = 1000;

    /// <summary>True where the first line that is not empty is a separator.</summary>
    public static bool StandsAtStart(ReadOnlySpan<byte> text)
    {
        text = text.TrimStart("\r\n"u8);
        if (!text.StartsWith("From "u8)) return false;
        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        return end > 0 && Is(text[..end]);
    }

    /// <summary>True where <paramref name="line"/>, without its line end, is a separator.</summary>
    public static bool Is(ReadOnlySpan<byte> line)
    {
        if (line.Length > MaxLine || !line.StartsWith("From "u8)) return false;
        bool weekday = false, month = false, time = false, year = false, iso = false;
        foreach (var range in line[5..].Split((byte)' '))
        {
            var word = line[5..][range];
            if (word.EndsWith(","u8)) word = word[..^1];
            weekday |= word.Length == 3 && IsOneOf(word, "MonTueWedThuFriSatSun"u8);
            month |= word.Length == 3 && IsOneOf(word, "JanFebMarAprMayJunJulAugSepOctNovDec"u8);
            year |= word.Length == 4 && IsDigits(word) && word[0] is (byte)'1' or (byte)'2';
            time |= IsTime(word);
            iso |= word.Length >= 10 && IsDigits(word[..4]) && word[4] == '-' && IsDigits(word.Slice(5, 2)) && word[7] == '-' && IsDigits(word.Slice(8, 2));
        }

        return (weekday && month && time && year) || (iso && (time || line.Contains((byte)'T')));
    }

    private static bool IsTime(ReadOnlySpan<byte> word) =>
        word.Length is >= 4 and <= 8 && word.IndexOf((byte)':') is 1 or 2 && IsDigits(word[..1]) && IsDigits(word[^2..]);

    private static bool IsOneOf(ReadOnlySpan<byte> word, ReadOnlySpan<byte> names)
    {
        for (var i = 0; i < names.Length; i += 3)
            if (names.Slice(i, 3).SequenceEqual(word)) return true;
        return false;
    }

    private static bool IsDigits(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
