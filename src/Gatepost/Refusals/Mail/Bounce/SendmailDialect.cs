using Gatepost.Smtp;

namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>
/// Sendmail, from version 5 on, and what speaks like it: headings between dashes, a list of addresses with
/// <c>(reason: …)</c>, and a transcript of the session. In the transcript <c>550 &lt;a@b&gt;... text</c> is Sendmail's
/// own line about a recipient, <c>&lt;&lt;&lt; 550 text</c> the other server's reply.
/// </summary>
internal sealed class SendmailDialect : BounceDialect
{
    /// <summary>Lines kept of one exchange.</summary>
    private const int DialogLines = 50;

    /// <inheritdoc/>
    public override string Software => "sendmail";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Marks { get; } = ["transcript of session follows", "the following addresses had ", "the following address(es) had"];

    /// <inheritdoc/>
    public override bool Recognises(BounceText text) => Marks.Any(text.Says);

    /// <inheritdoc/>
    public override void Read(BounceText text, FindingList findings)
    {
        var transcript = Transcript(text);
        var end = transcript < 0 ? text.Lines.Count : transcript;
        foreach (var (address, origin, detail) in Listed(text, end))
            findings.Add(new Finding { Recipient = address, OriginalRecipient = origin, Detail = detail });
        if (transcript < 0)
        {
            Complete(findings, SharedDetail.After(text, end));
            return;
        }

        Session(text, transcript, findings);
    }

    private static int Transcript(BounceText text)
    {
        for (var i = 0; i < text.Lines.Count; i++)
        {
            if (text.Lines[i].Text.AsSpan().ContainsIgnoreCase("Transcript of session") || text.Lines[i].Text.AsSpan().ContainsIgnoreCase("Non-delivered information")) return i + 1;
        }

        return -1;
    }

    private static List<(string Address, string? Origin, Detail Detail)> Listed(BounceText text, int end)
    {
        var listed = new List<(string, string?, Detail)>();
        var inList = false;
        foreach (var line in text.Lines.Take(end))
        {
            if (line.Text.StartsWith("--", StringComparison.Ordinal))
            {
                inList = line.Text.Contains("address", StringComparison.OrdinalIgnoreCase) || line.Text.Contains("recipient", StringComparison.OrdinalIgnoreCase);
                continue;
            }

            if (!inList || line.IsBlank) continue;
            if (listed.Count > 0 && line.Text.StartsWith('('))
            {
                var last = listed[^1];
                if (line.Text.StartsWith("(expanded from:", StringComparison.OrdinalIgnoreCase)) listed[^1] = (last.Item1, AddressFinder.First(line.Text), last.Item3);
                else listed[^1] = (last.Item1, last.Item2, DetailReader.Read(Reason(line.Text)));
                continue;
            }

            if (!AddressHead.TryRead(line.Text, out var head)) continue;
            listed.Add((head.Address, null, DetailReader.Read(head.Rest)));
        }

        return listed;
    }

    private static string Reason(string text)
    {
        var inner = text.Trim('(', ')');
        return inner.StartsWith("reason:", StringComparison.OrdinalIgnoreCase) ? inner["reason:".Length..].Trim() : inner;
    }

    /// <summary>Walks the transcript: every dialog belongs to the recipient that its RCPT, its answer or the next own line names.</summary>
    private static void Session(BounceText text, int from, FindingList findings)
    {
        var listed = findings.Count > 0;
        var pending = new List<string>();
        Detail? dialog = null, first = null;
        for (var i = from; i < text.Lines.Count; i++)
        {
            var line = text.Lines[i].Text;
            if (line.StartsWith("... while talking to", StringComparison.OrdinalIgnoreCase) || line.StartsWith("while talking to", StringComparison.OrdinalIgnoreCase))
            {
                (pending, dialog) = ([line], null);
            }
            else if (Dialog.IsLine(line))
            {
                if (Dialog.IsSent(line)) pending.RemoveAll(static l => Dialog.IsLine(l));
                if (pending.Count < DialogLines) pending.Add(line);
                dialog = Dialog.Read(pending) ?? dialog;
                first ??= dialog;
            }
            else if ((QuotedReply.StartsLine(line) && line[0] is '4' or '5') || (line.Contains("... ", StringComparison.Ordinal) && AddressHead.TryRead(line, out _)))
            {
                var said = Own(text, i, dialog, listed, findings);
                first ??= said;
            }
        }

        if (first is not null) Complete(findings, first);
        else if (findings.Count > 0 && findings.Items.Any(static f => !f.Detail.HasCode)) Complete(findings, SharedDetail.After(text, from));
    }

    /// <summary>A line of Sendmail's own: <c>550 5.1.1 &lt;a@b&gt;... User unknown</c>. Gives what it says where it names none of the recipients.</summary>
    private static Detail? Own(BounceText text, int i, Detail? dialog, bool listed, FindingList findings)
    {
        var line = text.Lines[i].Text;
        var own = DetailReader.Read(line);
        var dots = line.IndexOf("...", StringComparison.Ordinal);
        var address = dots < 0 ? null : AddressFinder.First(line.AsSpan(0, dots));
        if (address is not null && (!listed || findings.Has(address)))
        {
            // "554 <a@b>... 550 Host unknown": the code behind the dots says what happened, and no dialog is its source.
            var inner = DetailReader.Read(line[(dots + 3)..].Trim());
            var detail = inner.Reply.Code is not null ? inner : dialog is null ? own : dialog with { Explanation = line };
            findings.Add(new Finding { Recipient = address, Detail = detail });
        }
        else if (address is null && findings.Count == 0 && dialog is null && text.ReturnedTo.Count > 0 && !Continues(text, i))
        {
            // "421 example.net (smtp)... Deferred": version 5 names the domain only.
            var domain = line.Split(' ') is [_, var host, ..] ? host : "";
            foreach (var to in text.ReturnedTo.Where(a => a.EndsWith("@" + domain, StringComparison.OrdinalIgnoreCase)))
                findings.Add(new Finding { Recipient = to, Detail = own });
        }
        else if (listed)
        {
            return dialog ?? own;
        }

        return null;
    }

    /// <summary>True where a later line names the recipient that this one is about.</summary>
    private static bool Continues(BounceText text, int i) =>
        text.Lines.Skip(i + 1).Any(static l => QuotedReply.StartsLine(l.Text) && l.Text.Contains('@') && l.Text.Contains("...", StringComparison.Ordinal));

    private static void Complete(FindingList findings, Detail detail)
    {
        foreach (var finding in findings.Items.ToList())
        {
            if (finding.Detail.Reply.Code is null || (finding.Detail.Phase == SmtpPhase.Unknown && finding.Detail.Reply.Code == detail.Reply.Code)) findings.Add(finding with { Detail = detail });
        }
    }
}
