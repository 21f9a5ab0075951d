using MimeKit.Utils;

namespace Gatepost.Refusals.Mail;

/// <summary>Dates of mail (RFC 5322 section 3.3 and its obsolete forms).</summary>
internal static class MailTime
{
    /// <summary>The time in a date field of this name; null where there is none or it cannot be read.</summary>
    public static DateTimeOffset? Of(MailHeaders headers, ReadOnlySpan<byte> name)
    {
        var raw = headers.Raw(name);
        if (raw.Length is < 8 or > 200) return null;
        return DateUtils.TryParse(raw.ToArray(), out var time) && time.Year > 1970 ? time : null;
    }
}
