namespace Gatepost.Smtp;

/// <summary>
/// An enhanced mail system status code, <c>class.subject.detail</c> (RFC 3463, registry of RFC 5248).
/// Class is 2 (success), 4 (persistent transient failure) or 5 (permanent failure); subject and detail are 0 to 999.
/// </summary>
public readonly record struct EnhancedStatus
{
    private readonly byte _class;
    private readonly ushort _subject;
    private readonly ushort _detail;

    private EnhancedStatus(byte @class, ushort subject, ushort detail) =>
        (_class, _subject, _detail) = (@class, subject, detail);

    /// <summary>2, 4 or 5.</summary>
    public int Class => _class;

    /// <summary>The subject sub-code, 0 to 999.</summary>
    public int Subject => _subject;

    /// <summary>The detail sub-code, 0 to 999.</summary>
    public int Detail => _detail;

    /// <summary>True for class 5.</summary>
    public bool IsPermanent => _class == 5;

    /// <summary>True where subject and detail equal the given ones, whatever the class: 4.7.1 and 5.7.1 are both X.7.1.</summary>
    public bool Is(int subject, int detail) => _subject == subject && _detail == detail;

    /// <summary>Makes a status; null where a part is out of range.</summary>
    public static EnhancedStatus? Create(int @class, int subject, int detail) =>
        @class is 2 or 4 or 5 && subject is >= 0 and <= 999 && detail is >= 0 and <= 999
            ? new EnhancedStatus((byte)@class, (ushort)subject, (ushort)detail)
            : null;

    /// <summary>Reads a status that is the whole of <paramref name="text"/>; false where it is anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out EnhancedStatus status) =>
        TryReadPrefix(text, out status, out var length) && length == text.Length;

    /// <summary>
    /// Reads a status at the start of <paramref name="text"/>; it must not run on into another digit, letter or
    /// dotted number (so that <c>5.7.1.2</c> and <c>4.3.2.1</c>, an address, are not taken for one).
    /// </summary>
    public static bool TryReadPrefix(ReadOnlySpan<char> text, out EnhancedStatus status, out int length)
    {
        status = default;
        length = 0;
        if (text.Length < 5 || text[0] is not ('2' or '4' or '5') || text[1] != '.') return false;
        var i = 2;
        if (!ReadNumber(text, ref i, out var subject) || i >= text.Length || text[i] != '.') return false;
        i++;
        if (!ReadNumber(text, ref i, out var detail)) return false;
        if (i < text.Length)
        {
            var next = text[i];
            if (char.IsAsciiLetterOrDigit(next)) return false;
            if (next == '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])) return false;
        }

        status = new EnhancedStatus((byte)(text[0] - '0'), (ushort)subject, (ushort)detail);
        length = i;
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{_class}.{_subject}.{_detail}";

    private static bool ReadNumber(ReadOnlySpan<char> text, ref int i, out int value)
    {
        var start = i;
        value = 0;
        while (i < text.Length && i - start < 4 && char.IsAsciiDigit(text[i])) value = value * 10 + (text[i++] - '0');
        return i > start && i - start <= 3;
    }
}
