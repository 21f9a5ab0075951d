namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>Paragraphs that only frame a report: greetings, introductions, headings of lists. They say that mail failed, not why.</summary>
internal static class FrameWords
{
    /// <summary>Beginnings of headings that a list of recipients stands under; frames where they end in a colon.</summary>
    private static readonly string[] Headings =
    [
        "delivery to the following recipient", "delivery to these recipients", "the following recipient", "the following address", "the following destination", "your message to the following",
        "your message could not be delivered to", "your message was not delivered to", "the message could not be delivered to", "message could not be delivered to the following",
        "could not deliver message to the following", "unable to deliver message to the following", "delivery failed for the following", "failed recipient", "recipients:", "recipient(s):",
    ];

    /// <summary>Beginnings of paragraphs that introduce the report itself.</summary>
    private static readonly string[] Openings =
    [
        "this is an automatically generated delivery status notification", "this message was automatically generated", "this is an automatically generated message",
        "this is an automated message", "this is a delivery status notification", "this message is in mime format", "this is a mime-encapsulated message",
        "the original message was received at", "this is the mail system at", "this is the mail delivery",
    ];

    /// <summary>True where a paragraph says nothing of why.</summary>
    public static bool Are(string paragraph)
    {
        var words = paragraph.AsSpan().Trim(" \n\t*-=_");
        if (words.Length == 0) return true;
        if (words.Length > 160) return false;
        foreach (var opening in Openings)
        {
            if (words.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return words[..^1].IndexOf(". ") < 0;
        }

        if (words[^1] != ':') return false;
        foreach (var heading in Headings)
        {
            if (words.StartsWith(heading, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
