namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>A line of a report that begins with the recipient it speaks of.</summary>
/// <param name="Address">The recipient, bare.</param>
/// <param name="Rest">What stands behind it on the line.</param>
/// <param name="Kind">How it stands there.</param>
internal readonly record struct AddressHead(string Address, string Rest, AddressHeadKind Kind)
{
    /// <summary>The address that was expanded to this one.</summary>
    public string? Original { get; init; }

    private static readonly string[] Labels =
    [
        "recipient:", "recipient address:", "final recipient:", "final-recipient: rfc822;", "address:", "failed recipient:", "failed address:", "empfänger:", "destinataire :", "destinatario:",
        "destinatário:", "получатель:", "адрес:", "宛先:", "收件人:",
    ];

    /// <summary>Reads the head of a block; false where the line is none.</summary>
    public static bool TryRead(string line, out AddressHead head)
    {
        head = default;
        if (!line.Contains('@')) return false;
        var text = line.AsSpan().TrimStart("*-•·>=+ \t\"'").TrimStart();
        foreach (var label in Labels)
        {
            if (text.StartsWith(label, StringComparison.OrdinalIgnoreCase)) text = text[label.Length..].TrimStart(" \"'");
        }

        if (!AddressFinder.TryNext(text, 0, out var start, out var length)) return false;
        var address = text.Slice(start, length).ToString();
        var before = text[..start];
        var after = text[(start + length)..];
        if (before.IsEmpty || before is "<")
        {
            if (before is "<") after = after.TrimStart(">");
            head = Classify(address, after.TrimStart("\"'"));
            return true;
        }

        // "Pat Example<mailto:pat@example.net>" and "user:uid:<pat@example.net> : reason"
        if (before.EndsWith("<mailto:", StringComparison.OrdinalIgnoreCase) && before.Length < 120)
        {
            head = new AddressHead(address, "", AddressHeadKind.Alone);
            return true;
        }

        if (before[^1] == '<' && before.Length > 1 && before[^2] == ':' && !before.Contains(' '))
        {
            head = Classify(address, after.TrimStart("> "));
            return head.Kind != AddressHeadKind.Words;
        }

        return false;
    }

    /// <summary>Takes <c>(expanded from &lt;a@b&gt;)</c> and kin off the start of <paramref name="text"/>.</summary>
    private static string? Origin(ref ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("(expanded from", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("(generated from", StringComparison.OrdinalIgnoreCase)) return null;
        var close = text.IndexOf(')');
        if (close < 0 || AddressFinder.First(text[..close]) is not { } origin) return null;
        text = text[(close + 1)..].TrimStart();
        return origin;
    }

    /// <summary><c>(a@b)</c>, <c>&lt;a@b&gt;</c>, with a link to itself or not.</summary>
    private static bool IsAgain(ReadOnlySpan<char> text, string address) =>
        text[0] is '(' or '<' && text[1..].StartsWith(address, StringComparison.OrdinalIgnoreCase)
        && text[(address.Length + 1)..] is var rest && rest.Length > 0 && rest[0] is ')' or '>' && (rest.Length == 1 || rest[1..].StartsWith("<mailto:", StringComparison.OrdinalIgnoreCase));

    private static AddressHead Classify(string address, ReadOnlySpan<char> after)
    {
        var text = after.Trim();
        if (Origin(ref text) is { } origin) return Classify(address, text) with { Original = origin };
        if (text.IsEmpty || text is "." or ",") return new AddressHead(address, "", AddressHeadKind.Alone);
        if (text.StartsWith("<mailto:", StringComparison.OrdinalIgnoreCase) || IsAgain(text, address))
            return new AddressHead(address, "", AddressHeadKind.Alone);
        if (text.StartsWith("on ", StringComparison.Ordinal) && text.Length is > 8 and < 60 && (char.IsAsciiDigit(text[3]) || text[3..].IndexOf(", ") is 3 or 2) && text.ContainsAnyInRange('0', '9'))
            return new AddressHead(address, "", AddressHeadKind.Alone);
        if (text[0] == ':') return new AddressHead(address, text[1..].Trim().ToString(), AddressHeadKind.Colon);
        foreach (var mark in (ReadOnlySpan<string>)["...", " ...", "- ", "[", "(", ", ", "; ", "– ", "— ", "=> ", "-> "])
        {
            if (!text.StartsWith(mark, StringComparison.Ordinal)) continue;
            var rest = text[mark.Length..].Trim();
            if (mark is "[") rest = rest.TrimEnd(']');
            if (mark is "(" && rest.EndsWith(")", StringComparison.Ordinal)) rest = rest[..^1];
            return new AddressHead(address, rest.ToString(), AddressHeadKind.Colon);
        }

        return new AddressHead(address, text.ToString(), AddressHeadKind.Words);
    }
}
