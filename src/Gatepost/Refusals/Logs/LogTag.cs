using System.Buffers;

namespace Gatepost.Refusals.Logs;

/// <summary>
/// A syslog tag, <c>name[pid]: </c> or <c>name: </c>: lengths within the text it was read from.
/// </summary>
internal readonly record struct LogTag(int NameLength, int? Pid, int Length)
{
    private static readonly SearchValues<byte> NameEnd = SearchValues.Create("[: <>=@,;\"'()\t"u8);

    /// <summary>False where <paramref name="text"/> does not begin with a tag. A queue id before a colon is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out LogTag tag)
    {
        tag = default;
        var end = text[..Math.Min(text.Length, 128)].IndexOfAny(NameEnd);
        if (end <= 0) return false;
        var i = end;
        int? pid = null;
        if (text[i] == '[')
        {
            var value = 0L;
            for (i++; i < text.Length && i - end < 11 && char.IsAsciiDigit((char)text[i]); i++) value = value * 10 + text[i] - '0';
            if (i == end + 1 || i >= text.Length || text[i] != ']') return false;
            pid = value <= int.MaxValue ? (int)value : null;
            i++;
            if (i < text.Length && text[i] == ' ') { tag = new LogTag(end, pid, i + 1); return true; }
        }

        if (i >= text.Length || text[i] != ':') return false;
        i++;
        if (i < text.Length && text[i] != ' ') return false;
        var name = text[..end];
        if (i == end + 1 && IsQueueId(name)) return false;
        while (i < text.Length && text[i] == ' ') i++;
        tag = new LogTag(end, pid, i);
        return true;
    }

    /// <summary>True where the name has a slash, as Postfix's do.</summary>
    public bool HasSlash(ReadOnlySpan<byte> text) => text[..NameLength].Contains((byte)'/');

    /// <summary>
    /// A mail server's queue id (Postfix short and long, Sendmail) or NOQUEUE; never a program's name: no slash, letters
    /// and digits only, and digits or capitals among them.
    /// </summary>
    private static bool IsQueueId(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("NOQUEUE"u8)) return true;
        if (name.Length < 6) return false;
        var digits = 0;
        var capitals = 0;
        var hex = 0;
        foreach (var b in name)
        {
            if (char.IsAsciiDigit((char)b)) digits++;
            else if (char.IsAsciiLetterUpper((char)b)) { capitals++; if (b <= 'F') hex++; }
            else if (!char.IsAsciiLetterLower((char)b)) return false;
        }

        return digits + hex == name.Length || (name.Length >= 10 && digits > 0 && capitals > 0);
    }
}
