namespace Gatepost.Smtp;

public sealed partial record Reply
{
    /// <summary>Reads a reply in any form that servers, reports and people give it; see <see cref="Parse(ReadOnlySpan{char})"/>.</summary>
    public static Reply Parse(string? text) => Parse(text.AsSpan());

    /// <summary>
    /// Reads a reply in any form that servers, reports and people give it: on one line, on several (<c>550-… 550 …</c>), joined by
    /// blanks, by <c>\n</c> or by <c> / </c>, wrapped, quoted, with its status in front, behind (<c>(#5.7.1)</c>) or missing, after
    /// <c>smtp;</c> or <c>… said:</c>.
    /// </summary>
    /// <remarks>
    /// Never fails: text without a code gives a reply with null codes. <see cref="Code"/> is the first number that stands where a reply
    /// code stands; numbers that are parts of addresses, sizes, ports, rates and identifiers are not codes. <see cref="Enhanced"/> is the
    /// first status of the code's class, else the first. What a report says before the code is dropped; where nothing follows the code
    /// the words before it are the text. Linear in the length of the text. <c>Parse(reply.ToString())</c> gives the same reply.
    /// </remarks>
    public static Reply Parse(ReadOnlySpan<char> text) =>
        ReplyParser.TryReadPlain(text, out var reply) ? reply : ReplyParser.Read(text);
}
