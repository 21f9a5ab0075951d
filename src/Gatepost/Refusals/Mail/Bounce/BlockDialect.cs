namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>
/// A product that is told by words in its report, and that lists recipients in the shared block grammar
/// (<see cref="AddressBlocks"/>).
/// </summary>
/// <param name="software">The product.</param>
/// <param name="marks">Words of which one stands in the report; several that must stand together are joined by <c>&amp;</c>.</param>
internal class BlockDialect(string? software, params string[] marks) : BounceDialect
{
    /// <summary>In lower case; words that must stand together in one entry.</summary>
    private readonly string[][] _marks = [.. marks.Select(static m => m.ToLowerInvariant().Split('&'))];

    /// <inheritdoc/>
    public override string? Software => software;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Marks { get; } = [.. marks.Select(static m => m.Split('&')[0])];

    /// <summary>True where words may go on from an address.</summary>
    public bool Words { get; init; }

    /// <summary>Words that end the line below which the list of recipients stands; empty where it may stand anywhere.</summary>
    public IReadOnlyList<string> ListBelow { get; init; } = [];

    /// <inheritdoc/>
    public override bool Recognises(BounceText text)
    {
        foreach (var mark in _marks)
        {
            if (Array.TrueForAll(mark, text.Says)) return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override void Read(BounceText text, FindingList findings) => Read(text, Words, findings, ListStart(text));

    /// <summary>Reads blocks; recipients without words of their own share those that follow the last of them.</summary>
    public static void Read(BounceText text, bool words, FindingList findings, int from = 0)
    {
        var blocks = AddressBlocks.Read(text, words, from);
        Detail? shared = null;
        foreach (var block in blocks)
        {
            if (Recipients.IsSender(text, block.Address) && block.Details.Count == 0 && blocks.Count > 1) continue;
            var detail = block.Details.Count > 0
                ? DetailReader.Read(block.Details)
                : shared ??= Tail(text, blocks);
            findings.Add(new Finding { Recipient = block.Address, OriginalRecipient = block.Original, Detail = detail });
        }
    }

    private static Detail Tail(BounceText text, List<AddressBlock> blocks)
    {
        var last = blocks.FindLastIndex(static b => b.Details.Count == 0);
        var below = SharedDetail.After(text, blocks[last].Line + 1);
        if (below.HasCode) return below;
        var above = SharedDetail.Before(text, blocks[0].Line);
        return above.HasCode || below.Reply.Text.Length == 0 ? above : below;
    }

    private int ListStart(BounceText text)
    {
        for (var i = 0; i < text.Lines.Count && ListBelow.Count > 0; i++)
        {
            foreach (var words in ListBelow)
            {
                if (text.Lines[i].Text.EndsWith(words, StringComparison.OrdinalIgnoreCase)) return i + 1;
            }
        }

        return 0;
    }
}
