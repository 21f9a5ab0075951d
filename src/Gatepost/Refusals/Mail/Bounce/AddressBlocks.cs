namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>
/// The grammar that most reports share: a recipient at the start of a line, alone or with a colon, and what became of it
/// behind it or on the lines below, up to a blank line or the next recipient.
/// </summary>
internal static class AddressBlocks
{
    /// <summary>Reads the blocks between two lines.</summary>
    /// <param name="text">The report.</param>
    /// <param name="words">True where words may go on from an address (<c>a@b Invalid Address, …</c>).</param>
    /// <param name="from">The first line.</param>
    /// <param name="to">The line to stop before; the report's end where it is negative.</param>
    public static List<AddressBlock> Read(BounceText text, bool words = false, int from = 0, int to = -1)
    {
        var lines = text.Lines;
        if (to < 0) to = lines.Count;
        var blocks = new List<AddressBlock>();
        List<string>? details = null;
        var indent = -1;
        var blank = true;
        var start = 0;
        AddressHead open = default;
        for (var i = from; i < to; i++)
        {
            var line = lines[i];
            if (line.IsBlank)
            {
                blank = true;
                continue;
            }

            var isHead = AddressHead.TryRead(line.Text, out var head) && (words || head.Kind != AddressHeadKind.Words) && !Dialog.IsLine(line.Text)
                && (details is null ? indent < 0 || line.Indent == indent || head.Kind == AddressHeadKind.Colon
                    : line.Indent == indent || (blank && (head.Kind == AddressHeadKind.Colon || line.Indent < indent)));
            // A folded line of a reply may begin with the address it is about.
            if (isHead && details is { Count: > 0 } && !blank && head.Kind == AddressHeadKind.Alone && head.Address.Equals(open.Address, StringComparison.OrdinalIgnoreCase)) isHead = false;
            if (isHead)
            {
                Close();
                (open, start, indent, details) = (head, i, line.Indent, head.Rest.Length > 0 ? [head.Rest] : []);
            }
            else if (details is not null)
            {
                if (blank && !GoesOn(details, line, indent)) Close();
                else details.Add(line.Text);
            }

            blank = false;
        }

        Close();
        return blocks;

        void Close()
        {
            if (details is null) return;
            blocks.Add(new AddressBlock(open.Address, start, details) { Original = open.Original });
            details = null;
        }
    }

    /// <summary>True where a blank line does not end the block: a reply of several lines is not yet complete, or the lines below stand under the recipient.</summary>
    private static bool GoesOn(List<string> details, ReportLine line, int indent)
    {
        if (details.Count == 0) return line.Indent > indent + 1;
        var last = details[^1];
        return QuotedReply.StartsLine(last) && last.Length > 3 && last[3] == '-' && line.Text.StartsWith(last[..3], StringComparison.Ordinal);
    }
}
