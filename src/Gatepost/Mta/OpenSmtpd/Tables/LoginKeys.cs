using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Tables;

/// <summary>Logins: one that holds an <c>@</c> is compared as a mail address, others as they are.</summary>
internal sealed class LoginKeys(IReadOnlyCollection<SmtpdEntry> entries, char delimiter) : SmtpdKeys
{
    private readonly ExactKeys _exact = new(entries);
    private readonly MailKeys _mail = new(entries, delimiter);

    public override SmtpdEntry? Find(string key) => key.Contains('@', StringComparison.Ordinal) ? _mail.Find(key) : _exact.Find(key);

    // Text keys know no local parts: an address is marked by what it begins and ends with.
    public override void Mark(Landmarks landmarks, PatternSubject over)
    {
        _exact.Mark(landmarks, over);
        foreach (var entry in entries)
        {
            var (user, domain) = MailKeys.Split(entry.Key);
            landmarks.Pattern($"^{System.Text.RegularExpressions.Regex.Escape(user)}({System.Text.RegularExpressions.Regex.Escape(delimiter.ToString())}.*)?@", false, PatternSubject.Whole);
            landmarks.Pattern("@" + DomainPattern.ToRegex(domain).TrimStart('^'), false, PatternSubject.Whole);
        }
    }
}
