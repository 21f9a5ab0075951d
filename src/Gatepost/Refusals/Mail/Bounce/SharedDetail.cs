namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>Reads what a report says apart from the recipients: the reply that stands below, or the words around.</summary>
internal static class SharedDetail
{
    /// <summary>From a line to the end: the reply that is quoted there, else the first paragraph.</summary>
    public static Detail After(BounceText text, int line)
    {
        var rest = Lines(text, line, text.Lines.Count);
        if (rest.Exists(static l => Dialog.IsAnswer(l))) return DetailReader.Read(rest);
        var words = string.Join('\n', rest);
        var detail = DetailReader.Read(words);
        return detail.HasCode ? detail : DetailReader.Read(FirstParagraph(words));
    }

    /// <summary>Up to a line: the reply that is quoted there, else the words of the last paragraph.</summary>
    public static Detail Before(BounceText text, int line)
    {
        var words = string.Join('\n', Lines(text, 0, line));
        var detail = DetailReader.Read(words);
        return detail.HasCode ? detail : DetailReader.Read(QuotedReply.OneLine(LastParagraph(words)));
    }

    /// <summary>The paragraph in which a line stands.</summary>
    public static string Paragraph(BounceText text, int line)
    {
        var (first, last) = (line, line);
        while (first > 0 && !text.Lines[first - 1].IsBlank && line - first < 40) first--;
        while (last + 1 < text.Lines.Count && !text.Lines[last + 1].IsBlank && last - line < 40) last++;
        return string.Join('\n', Lines(text, first, last + 1));
    }

    private static List<string> Lines(BounceText text, int from, int to)
    {
        var lines = new List<string>();
        for (var i = from; i < to; i++)
        {
            if (text.Lines[i].IsBlank || !QuotedReply.IsRule(text.Lines[i].Text)) lines.Add(text.Lines[i].Text);
        }

        return lines;
    }

    private static string FirstParagraph(string words) =>
        words.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(static p => p.Length > 3 && !FrameWords.Are(p)) ?? "";

    private static string LastParagraph(string words) =>
        words.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault(static p => p.Length > 3 && !FrameWords.Are(p)) ?? "";
}
