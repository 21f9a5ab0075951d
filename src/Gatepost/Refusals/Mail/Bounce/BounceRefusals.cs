namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>Makes refusals of what a dialect found: adds what the mail's header fields and the returned message tell.</summary>
internal sealed class BounceRefusals(MailView mail, BounceText text, BounceDialect? dialect, ReadLimits limits)
{
    /// <summary>Recipients whose own line is looked for; those after them get the line of the last.</summary>
    private const int MaxPlaced = 100;

    /// <summary>The refusals, in the order of the findings.</summary>
    public IReadOnlyList<Refusal> Of(IReadOnlyList<Finding> findings)
    {
        var common = Common();
        var refusals = new List<Refusal>(Math.Min(findings.Count, limits.RefusalsPerDocument));
        var (at, source) = (0, common.Source);
        foreach (var finding in findings)
        {
            if (refusals.Count == limits.RefusalsPerDocument) break;
            if (refusals.Count < MaxPlaced)
            {
                var found = mail.Text.Value.IndexOf(finding.Recipient, at, StringComparison.Ordinal);
                if (found >= 0) (at, source) = (found, mail.Text.SpanAt(found));
            }

            var detail = finding.Detail;
            refusals.Add(common with
            {
                Source = source,
                Recipient = finding.Recipient, OriginalRecipient = finding.OriginalRecipient,
                Reply = detail.Reply, Phase = detail.Phase, Command = detail.Command,
                RemoteMta = detail.RemoteMta, RemoteAddress = detail.RemoteAddress, RemotePort = detail.RemotePort,
                Explanation = Short(detail.Explanation),
            });
        }

        return refusals;
    }

    private Refusal Common()
    {
        var original = Original();
        var told = ReportingSoftware.Of(mail, text.Report, null);
        return new Refusal
        {
            Format = InputFormat.Bounce,
            Source = mail.SpanAt(mail.Root.BodyStart),
            Kind = DelayWords.Kind(text),
            Software = dialect?.Software is { } own && (told != "office365" || own != "exchange") ? own : told,
            ReportingMta = ReportingHost.Of(text),
            Sender = original?.ReturnPath ?? HeaderAddress.First(mail.Headers.Raw("To"u8)),
            Time = MailTime.Of(mail.Headers, "Date"u8),
            Original = original,
            Notes = MailNotes.Of(mail),
        };
    }

    private OriginalMessage? Original()
    {
        foreach (var part in mail.AllParts())
        {
            if (ReturnedMessage.Of(part) is { } original) return original;
        }

        return ReturnedMessage.InText(mail.Text.Value, text.ReturnedAt);
    }

    private string? Short(string? words) => words?.Length > limits.TextLength ? words[..limits.TextLength] : words;
}
