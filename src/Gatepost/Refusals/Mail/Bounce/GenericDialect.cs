namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>
/// Any notice that mail could not be delivered, whoever wrote it and in whatever language: the recipients are those in
/// X-Failed-Recipients, else those that stand as recipients do, else the addresses that are nobody else's.
/// </summary>
/// <param name="software">The product; null for any.</param>
/// <param name="marks">Words of which one stands in the report, the subject, From or X-Mailer; for any product there are none.</param>
internal sealed class GenericDialect(string? software = null, params string[] marks) : BounceDialect
{
    /// <summary>Addresses taken from sentences; a report with more is no report.</summary>
    private const int SentenceLimit = 200;

    private readonly string[] _marks = [.. marks.Select(static m => m.ToLowerInvariant())];

    /// <inheritdoc/>
    public override string? Software => software;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Marks => _marks;

    /// <inheritdoc/>
    public override bool Recognises(BounceText text) => (_marks.Length == 0 || Array.Exists(_marks, text.Mentions)) && BounceWords.AreIn(text);

    /// <inheritdoc/>
    public override void Read(BounceText text, FindingList findings)
    {
        Blocks(text, findings);
        var header = text.FailedAddresses;
        if (header.Count == 0 && findings.Count == 0) Sentences(text, findings, judged: true);
        if (header.Count == 0 && findings.Count == 0) Sentences(text, findings, judged: false);
        foreach (var address in header)
        {
            if (!findings.Has(address)) findings.Add(new Finding { Recipient = address, Detail = SharedDetail.After(text, 0) });
        }

        if (findings.Count == 0 && text.ReturnedTo.Count == 1)
            findings.Add(new Finding { Recipient = text.ReturnedTo[0], Detail = SharedDetail.After(text, 0) });
    }

    private static void Blocks(BounceText text, FindingList findings)
    {
        var blocks = new FindingList();
        BlockDialect.Read(text, words: false, blocks);
        foreach (var finding in blocks.Items)
        {
            var stranger = Recipients.IsSender(text, finding.Recipient) || Recipients.IsOffice(finding.Recipient);
            if (!stranger || finding.Detail.HasCode) findings.Add(finding);
        }
    }

    /// <summary>Addresses inside sentences, with the words from their line on.</summary>
    public static void Sentences(BounceText text, FindingList findings, bool judged)
    {
        for (var i = 0; i < text.Lines.Count && findings.Count < SentenceLimit; i++)
        {
            var line = text.Lines[i].Text;
            for (var at = 0; findings.Count < SentenceLimit && AddressFinder.TryNext(line, at, out var start, out var length); at = start + length)
            {
                var address = line.Substring(start, length);
                var before = string.Concat(i > 0 && start < 3 ? text.Lines[i - 1].Text + " " : "", line.AsSpan(0, start));
                var judgement = Recipients.Judge(before);
                if (judgement == false || (judged && judgement is null)) continue;
                if (judgement is null && (Recipients.IsSender(text, address) || Recipients.IsOffice(address))) continue;
                if (findings.Has(address)) continue;
                findings.Add(new Finding { Recipient = address, Detail = About(text, i, line[(start + length)..].TrimStart('>', '"', '\'', ')', '.', ',', ':', ';', ' ')) });
            }
        }
    }

    /// <summary>The reply on the line, below it or above; else what follows a sentence that ends with the address; else its own paragraph.</summary>
    private static Detail About(BounceText text, int line, string rest)
    {
        if (DetailReader.Read(rest).HasCode) return DetailReader.Read(text.Lines[line].Text);
        var below = SharedDetail.After(text, line + 1);
        if (below.HasCode) return below;
        var above = SharedDetail.Before(text, line);
        if (above.HasCode) return above;
        if (rest.Length == 0 && text.Lines[line].Text[^1] is '.' or ':' && below.Reply.Text.Length > 0) return below;
        return DetailReader.Read(QuotedReply.OneLine(SharedDetail.Paragraph(text, line)));
    }
}
