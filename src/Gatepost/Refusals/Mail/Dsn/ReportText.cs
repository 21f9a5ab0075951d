using System.Buffers;

namespace Gatepost.Refusals.Mail.Dsn;

/// <summary>The human-readable part of a report, as Postfix, Sendmail and others lay it out (RFC 3462: "any text").</summary>
/// <param name="text">The text, line ends LF.</param>
/// <param name="maxLength">Characters kept of the words about a recipient.</param>
internal sealed class ReportText(string text, int maxLength)
{
    private static readonly SearchValues<char> s_notInAddress = SearchValues.Create(" \t<>,;");

    private QuotedDialog? _dialog;
    private bool _isDialogRead;

    /// <summary>The quoted SMTP dialog; null where there is none.</summary>
    public QuotedDialog? Dialog
    {
        get
        {
            if (_isDialogRead) return _dialog;
            _isDialogRead = true;
            return _dialog = QuotedDialog.Read(text);
        }
    }

    /// <summary>What the text says about a recipient.</summary>
    /// <param name="recipient">The address; null where the report names none.</param>
    /// <param name="isOnly">True where the report is about this recipient alone: then the whole text is about it.</param>
    public RecipientWords About(string? recipient, bool isOnly)
    {
        if (text.Length == 0) return new RecipientWords();
        if (recipient is { Length: > 0 } && FindEntry(recipient, out var entry, out var isHead))
            return isHead ? ReadEntry(entry, recipient) : Plain(isOnly ? Body() : entry);
        return isOnly ? Plain(Body()) : new RecipientWords();
    }

    /// <summary>The recipients that begin an entry of the text: <c>&lt;a@b&gt;: host …</c>, or <c>&lt;a@b&gt;</c> over <c>(reason: …)</c>.</summary>
    public IEnumerable<(string Recipient, int Index)> Entries()
    {
        for (var at = text.IndexOf("\n<", StringComparison.Ordinal); at >= 0; at = text.IndexOf("\n<", at + 1, StringComparison.Ordinal))
        {
            var close = text.IndexOf('>', at);
            var lineEnd = text.IndexOf('\n', at + 1);
            if (lineEnd < 0) lineEnd = text.Length;
            if (close < 0 || close > lineEnd) continue;
            var address = text.Substring(at + 2, close - at - 2);
            var after = text.AsSpan(close + 1, lineEnd - close - 1);
            if (DsnAddress.IsComplete(address) && (after.IsWhiteSpace() || after[0] == ':' || after.StartsWith(" (expanded from"))) yield return (address, at + 1);
        }
    }

    /// <summary>The recipient of the text's only entry; null where there is none or several.</summary>
    public string? OnlyEntry()
    {
        string? only = null;
        foreach (var (recipient, _) in Entries())
        {
            if (only is not null && only != recipient) return null;
            only = recipient;
        }

        return only;
    }

    private RecipientWords Plain(ReadOnlySpan<char> words)
    {
        var explanation = FoldedText.Fold(words, maxLength);
        var phase = PhaseWords.Of(explanation, out var command);
        return new RecipientWords { Explanation = explanation, Phase = phase, Command = command };
    }

    private ReadOnlySpan<char> Body()
    {
        var end = text.AsSpan().IndexOfIgnoreCase("riginal message headers");
        return end > 0 ? text.AsSpan(0, end - 1) : text.AsSpan();
    }

    private RecipientWords ReadEntry(ReadOnlySpan<char> entry, string recipient)
    {
        var folded = FoldedText.Fold(entry, maxLength);
        var words = folded.AsSpan();
        var start = words.IndexOfIgnoreCase(recipient) + recipient.Length;
        words = words[start..].TrimStart(">\"' ");
        var expandedFrom = TakeExpandedFrom(ref words);
        words = words.TrimStart(": ");
        if (TakeReason(words) is { } reason) return new RecipientWords { Explanation = words.ToString(), Reply = reason, ExpandedFrom = expandedFrom };
        if (words.IsEmpty) return new RecipientWords { ExpandedFrom = expandedFrom };
        var phase = PhaseWords.Of(words, out var command);
        var result = new RecipientWords { Explanation = words.ToString(), ExpandedFrom = expandedFrom, Phase = phase, Command = command };
        return HostWords.Read(words, result);
    }

    /// <summary>Sendmail's <c>(reason: 550 …)</c>; the reason ends with the last parenthesis of the entry.</summary>
    private static string? TakeReason(ReadOnlySpan<char> words)
    {
        var at = words.IndexOf("(reason: ");
        if (at < 0) return null;
        var reason = words[(at + 9)..];
        var next = reason.IndexOf(") (expanded from");
        if (next >= 0) return reason[..next].ToString();
        return reason.EndsWith(")") ? reason[..^1].ToString() : reason.ToString();
    }

    private static string? TakeExpandedFrom(ref ReadOnlySpan<char> words)
    {
        var at = words.IndexOf("(expanded from");
        if (at < 0) return null;
        var rest = words[(at + 14)..];
        var close = rest.IndexOf(')');
        if (close < 0) return null;
        var address = HeaderAddress.Bare(rest[..close].TrimStart(": ").ToString());
        if (at == 0) words = rest[(close + 1)..];
        return address.Length == 0 ? null : address;
    }

    /// <summary>
    /// Finds the entry about a recipient: the line that names it and those that belong to it. It is the head of the entry
    /// where nothing but a bracket stands before it on its line.
    /// </summary>
    private bool FindEntry(string recipient, out ReadOnlySpan<char> entry, out bool isHead)
    {
        entry = default;
        isHead = false;
        var tries = 0;
        for (var at = IndexOf(recipient, 0); at >= 0 && tries < 16; at = IndexOf(recipient, at + recipient.Length), tries++)
        {
            var lineStart = text.LastIndexOf('\n', at) + 1;
            var before = text.AsSpan(lineStart, at - lineStart).Trim();
            isHead = before.IsEmpty || before is "<" or "\"" or "\"<";
            if (!entry.IsEmpty && !isHead) continue;
            entry = text.AsSpan(lineStart, EntryEnd(lineStart) - lineStart);
            if (isHead) return true;
        }

        return !entry.IsEmpty;
    }

    private int IndexOf(string words, int from)
    {
        var at = text.AsSpan(from).IndexOfIgnoreCase(words);
        return at < 0 ? -1 : from + at;
    }

    /// <summary>OpenSMTPD's entries are lines <c>a@b: reply</c> without brackets.</summary>
    private static bool IsNextHead(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(": ");
        return colon > 3 && line[..colon].Contains('@') && !line[..colon].ContainsAny(s_notInAddress) && char.IsAsciiLetterOrDigit(line[0]);
    }

    /// <summary>The sentence over an entry: what some reporters say of it before they quote the reply; empty where there is none.</summary>
    public string Over(string? recipient)
    {
        var at = recipient is { Length: > 0 } ? IndexOf(recipient, 0) : -1;
        if (at < 0) return "";
        var paragraphs = text.AsSpan(0, text.LastIndexOf('\n', at) + 1).TrimEnd();
        var start = paragraphs.LastIndexOf("\n\n");
        return FoldedText.Fold(start < 0 ? paragraphs : paragraphs[(start + 2)..], maxLength);
    }

    /// <summary>An entry ends before a blank line or before the next line that begins with an address.</summary>
    private int EntryEnd(int start)
    {
        var at = text.IndexOf('\n', start);
        while (at >= 0)
        {
            var next = text.IndexOf('\n', at + 1);
            var line = text.AsSpan(at + 1, (next < 0 ? text.Length : next) - at - 1);
            if (line.IsWhiteSpace() || line[0] == '<' || IsNextHead(line)) return at;
            at = next;
        }

        return text.Length;
    }
}
