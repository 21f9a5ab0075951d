using Gatepost.Smtp;

namespace Gatepost.Refusals.Mail.Dsn;

/// <summary>Reads one recipient's group of fields, together with what the human-readable text says about that recipient.</summary>
internal static class DsnRecipient
{
    /// <summary>The refusal; null where the group names no recipient and tells of nothing.</summary>
    public static Refusal? Read(MailHeaders group, Refusal common, ReportText? text, bool isOnly, ReadLimits limits)
    {
        var final = DsnAddress.Recipient(group.Raw("Final-Recipient"u8));
        var original = DsnAddress.Recipient(group.Raw("Original-Recipient"u8));
        var recipient = Best(final, original, DsnAddress.Recipient(group.Raw("X-Actual-Recipient"u8)));
        if (recipient is null && !group.Has("Status"u8) && !group.Has("Diagnostic-Code"u8) && !group.Has("Action"u8)) return null;

        var words = text?.About(recipient, isOnly) ?? new RecipientWords();
        if (words.Explanation.Length == 0 && original is not null && original != recipient && text is not null)
            words = text.About(original, isOnly);
        if (!DsnAddress.IsComplete(recipient) && text is not null && isOnly) recipient = text.OnlyEntry() ?? recipient;
        var status = Status(group.Raw("Status"u8));
        var diagnostic = DsnAddress.Untyped(group.Raw("Diagnostic-Code"u8), out var type);
        var (reply, exchange) = DsnReply.Choose(diagnostic, type, words, text?.Dialog, recipient, isOnly, limits);
        var remote = DsnAddress.Host(group.Raw("Remote-MTA"u8), out var address);
        remote ??= words.Host ?? exchange?.Host;
        if (address is null && words.Address is not null && (words.Host is null || Same(words.Host, remote))) address = words.Address;
        var isReporter = Same(remote, common.ReportingMta);
        var expandedFrom = words.ExpandedFrom ?? original;
        var phase = words.Phase != SmtpPhase.Unknown ? words.Phase : exchange?.Phase ?? SmtpPhase.Unknown;
        return common with
        {
            Kind = Kind(group.Raw("Action"u8), status),
            Recipient = recipient,
            OriginalRecipient = Same(expandedFrom, recipient) ? null : expandedFrom,
            Reply = reply,
            Explanation = Explanation(group, common, words, text, recipient),
            ReportedStatus = status,
            Phase = phase,
            Command = words.Command ?? exchange?.Command,
            RemoteMta = isReporter ? null : remote,
            RemoteAddress = address,
            RemotePort = address is not null ? words.Port : null,
            RefusedByReporter = isReporter,
            Time = MailTime.Of(group, "Last-Attempt-Date"u8) ?? common.Time,
        };
    }

    /// <summary>The words of the text, and what reporters that judge for themselves say beside the reply.</summary>
    private static string? Explanation(MailHeaders group, Refusal common, RecipientWords words, ReportText? text, string? recipient)
    {
        var own = words.Explanation.Length > 0 ? words.Explanation : null;
        if (common.Software == "ezweb" && text?.Over(recipient) is { Length: > 0 } over) return own is null ? over : $"{over} {own}";
        if (common.Software != "powermta") return own;
        var status = group.Text("Status"u8) ?? "";
        var comment = status.IndexOf('(') is var open and >= 0 ? status[(open + 1)..].Trim(' ', ')') : "";
        if (comment == "undefined status") comment = "";
        var judged = string.Join("; ", new[] { own, comment, group.Text("X-PowerMTA-BounceCategory"u8)?.Replace('-', ' ') }.Where(static s => !string.IsNullOrEmpty(s)));
        return judged.Length == 0 ? null : judged;
    }

    /// <summary>Final-Recipient, unless it is no mailbox (a host, a program, a distinguished name) and another field has one.</summary>
    private static string? Best(string? final, string? original, string? actual)
    {
        if (DsnAddress.IsComplete(final)) return final;
        if (DsnAddress.IsComplete(original)) return original;
        return DsnAddress.IsComplete(actual) ? actual : final ?? original ?? actual;
    }

    private static EnhancedStatus? Status(ReadOnlySpan<byte> raw)
    {
        Span<char> text = stackalloc char[16];
        raw = raw[..Math.Min(raw.Length, text.Length)];
        for (var i = 0; i < raw.Length; i++) text[i] = (char)raw[i];
        return EnhancedStatus.TryReadPrefix(text[..raw.Length], out var status, out _) ? status : null;
    }

    private static RefusalKind Kind(ReadOnlySpan<byte> action, EnhancedStatus? status)
    {
        if (action.StartsWithIgnoreCase("fail"u8) || action.StartsWithIgnoreCase("undeliver"u8)) return RefusalKind.Failed;
        if (action.StartsWithIgnoreCase("delay"u8) || action.StartsWithIgnoreCase("defer"u8)) return RefusalKind.Delayed;
        if (action.StartsWithIgnoreCase("deliver"u8) || action.StartsWithIgnoreCase("relay"u8) || action.StartsWithIgnoreCase("expand"u8))
            return RefusalKind.Delivered;
        return status?.Class == 2 ? RefusalKind.Delivered : RefusalKind.Failed;
    }

    private static bool Same(string? one, string? other) =>
        one is not null && other is not null && one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
