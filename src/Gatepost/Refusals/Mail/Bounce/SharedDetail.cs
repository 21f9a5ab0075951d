namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>Reads what a report says apart from the recipients: the reply that stands below, or the words above.</summary>
internal static class SharedDetail
{
    /// <summary>From a line to the end: the reply that is quoted there, else the first paragraph.</summary>
    public static Detail After(BounceText text, int line)
    {
        var rest = text.Lines.Skip(line).Select(static l => l.Text).ToList();
        if (rest.Exists(static l => Dialog.IsAnswer(l))) return DetailReader.Read(rest);
        var words = string.Join('\n', rest);
        var detail = DetailReader.Read(words);
        return detail.HasCode ? detail : DetailReader.Read(Paragraph(words));
    }

    /// <summary>Up to a line: the last paragraph that does not merely introduce the recipients.</summary>
    public static Detail Before(BounceText text, int line)
    {
        var words = string.Join('\n', text.Lines.Take(line).Select(static l => l.Text));
        var detail = DetailReader.Read(words);
        return detail.HasCode ? detail : DetailReader.Read(QuotedReply.OneLine(words));
    }

    /// <summary>The first paragraph that says something.</summary>
    private static string Paragraph(string words)
    {
        foreach (var paragraph in words.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (paragraph.AsSpan().Trim("-=*_ \n").Length > 3) return paragraph;
        }

        return "";
    }
}
