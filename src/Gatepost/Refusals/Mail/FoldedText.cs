namespace Gatepost.Refusals.Mail;

/// <summary>Text on one line.</summary>
internal static class FoldedText
{
    /// <summary>The text with each run of blanks and line ends as one blank, trimmed, cut at <paramref name="maxLength"/>.</summary>
    public static string Fold(ReadOnlySpan<char> text, int maxLength)
    {
        text = text.Trim();
        if (text.IsEmpty) return "";
        var wanted = Math.Min(text.Length, maxLength);
        var buffer = wanted <= 1024 ? stackalloc char[1024] : new char[wanted];
        var length = 0;
        while (!text.IsEmpty && length < wanted)
        {
            var run = text.IndexOfAny(" \t\r\n\u00A0");
            if (run < 0) run = text.Length;
            var word = text[..Math.Min(run, wanted - length)];
            word.CopyTo(buffer[length..]);
            length += word.Length;
            text = text[run..].TrimStart();
            if (!text.IsEmpty && length < wanted) buffer[length++] = ' ';
        }

        return buffer[..length].TrimEnd().ToString();
    }
}
