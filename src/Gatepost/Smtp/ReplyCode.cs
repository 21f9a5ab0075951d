using System.Buffers;

namespace Gatepost.Smtp;

/// <summary>A reply code's place in folded text, and what makes a number one.</summary>
/// <param name="Start">Index of its first digit.</param>
/// <param name="Code">200 to 599.</param>
/// <param name="IsAside">It is only mentioned (<c>… SMTP error 550</c>): the words around it are the text.</param>
/// <param name="IsContinued">A hyphen follows: more lines follow.</param>
internal readonly record struct ReplyCode(int Start, int Code, bool IsAside, bool IsContinued)
{
    private static readonly SearchValues<char> FirstDigits = SearchValues.Create("2345");

    /// <summary>Finds the first number that stands where a reply begins; failing that, the first that is mentioned as a code.</summary>
    public static bool TryFind(ReadOnlySpan<char> text, out ReplyCode spot)
    {
        spot = default;
        var isFound = false;
        for (var at = text.IndexOfAny(FirstDigits); at >= 0;)
        {
            if (TryReadDigits(text[at..], out var code))
            {
                var place = ReplyContext.At(text, at);
                if (place != ReplyPlace.None)
                {
                    var candidate = new ReplyCode(at, code, place == ReplyPlace.Mention, at + 3 < text.Length && text[at + 3] == '-');
                    if (place == ReplyPlace.Start)
                    {
                        spot = candidate;
                        return true;
                    }

                    if (!isFound) spot = candidate;
                    isFound = true;
                }
            }

            var skip = at + 1;
            while (skip < text.Length && char.IsAsciiLetterOrDigit(text[skip])) skip++;
            var next = text[skip..].IndexOfAny(FirstDigits);
            at = next < 0 ? -1 : skip + next;
        }

        return isFound;
    }

    /// <summary>Reads three digits, 200 to 599; what follows them is not looked at.</summary>
    public static bool TryReadDigits(ReadOnlySpan<char> text, out int code)
    {
        code = 0;
        if (text.Length < 3 || text[0] is < '2' or > '5' || !char.IsAsciiDigit(text[1]) || !char.IsAsciiDigit(text[2])) return false;
        code = (text[0] - '0') * 100 + (text[1] - '0') * 10 + (text[2] - '0');
        return true;
    }

    /// <summary>True where <paramref name="line"/> begins with this code and a blank, a hyphen or its end.</summary>
    public static bool StandsAt(ReadOnlySpan<char> line, int? code) =>
        code is not null && TryReadDigits(line, out var found) && found == code && (line.Length == 3 || line[3] is ' ' or '-' or '\n');

    /// <summary>True where a reply's line may begin here: a code and a blank or hyphen, or a status.</summary>
    public static bool StartsLine(ReadOnlySpan<char> text) =>
        TryReadDigits(text, out _) ? text.Length > 3 && (text[3] == '-' || ReplyLines.IsBlank(text[3])) : EnhancedStatus.TryReadPrefix(text, out _, out _);

    /// <summary>True for what follows a quantity and never a code: <c>messages per hour</c>, <c>bytes</c>, <c>%</c>.</summary>
    public static bool IsFollowedByUnit(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || !char.IsAsciiLetter(rest[0])) return !rest.IsEmpty && rest[0] == '%';
        if (!char.IsAsciiLetterLower(rest[0]) && rest[0] is not ('K' or 'M' or 'G' or 'B')) return false;
        var end = 1;
        while (end < rest.Length && char.IsAsciiLetter(rest[end])) end++;
        var word = rest[..end];
        if (word is "per" or "bytes" or "octets" or "kB" or "KB" or "kb" or "KiB" or "MB" or "MiB" or "mb" or "GB" or "B" or "ms") return true;
        if (word is not ("messages" or "mails" or "emails" or "recipients" or "connections" or "seconds" or "minutes" or "hours"
            or "days" or "weeks" or "months" or "years" or "users" or "mailboxes" or "addresses" or "domains" or "sessions" or "attempts"
            or "errors" or "lines" or "hops" or "characters" or "new" or "people" or "employees" or "customers" or "pages" or "offers"))
            return false;
        var after = rest[end..].TrimStart(' ');
        return after.IsEmpty || word is "seconds" or "minutes" or "hours" or "days" or "weeks" or "months" or "years" or "new"
            || after[0] is '/' or '.' or ',' or ')'
            || after.StartsWith("per ") || after.StartsWith("a ") || after.StartsWith("an ") || after.StartsWith("in ")
            || after.StartsWith("every ") || after.StartsWith("each ") || after.StartsWith("within ") || after.StartsWith("or ")
            || after.StartsWith("were ") || after.StartsWith("have ") || after.StartsWith("and ");
    }
}
