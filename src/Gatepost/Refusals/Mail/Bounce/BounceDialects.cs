namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>Every wording that is known, the more particular before the more general: the first that reads a mail has it.</summary>
internal static class BounceDialects
{
    /// <summary>All dialects in the order in which they are asked.</summary>
    public static IReadOnlyList<BounceDialect> All { get; } =
    [
        new BlockDialect("qmail", "qmail-send program", "This is the machine generated message from mail service&qmail", "Remote host said:&--- Below"),
        new BlockDialect("postfix", "This is the Postfix program", "This is the mail system at host", "The Postfix program", "The mail system\n\n<"),
        new BlockDialect("opensmtpd", "This is the MAILER-DAEMON, please DO NOT REPLY"),
        new GenericDialect("dma", "DragonFly Mail Agent"),
        new BlockDialect("yahoo", "Sorry, we were unable to deliver your message to the following address", "Unable to deliver message to the following address(es)"),
        new BlockDialect("courier", "UNDELIVERABLE MAIL&Courier", "DELAYED MAIL&Courier"),
        new BlockDialect("amavis", "amavisd-new"),
        new ZohoDialect(),
        new ListManagerDialect(),
        new GoogleGroupsDialect(),
        new GenericDialect("mfilter", "m-FILTER"),
        new GenericDialect("gmail", "mailer-daemon@googlemail.com", "mailer-daemon@google.com", "Google tried to deliver"),
        new GenericDialect("hmailserver", "hMailServer"),
        new BlockDialect("exchange", "did not reach the following recipient(s):", "MSEXCH:", "The following recipient(s) could not be reached", "did not reach some or all of the intended recipients") { ListBelow = ["recipient(s):", "could not be reached:"] },
        new MicrosoftDialect(),
        new SendmailDialect(),
        new EximDialect(),
        new GenericDialect("ironport", "was undeliverable.\nThe reason for the problem", "IronPort"),
        new GenericDialect("interscan", "InterScan"),
        new GenericDialect("mxlogic", "mxlogic", "MX Logic"),
        new GenericDialect("mailmarshal", "MailMarshal", ".mml>"),
        new GenericDialect("imail", "<SMTP32"),
        new GenericDialect("icewarp", "IceWarp", "Merak"),
        new GenericDialect("domino", "------- Failure Reasons", "could not be delivered to:\n\n", "Lotus Notes", "Lotus Domino", "HCL Domino"),
        new GenericDialect("groupwise", "Novell GroupWise", "GroupWise"),
        new GenericDialect("verizon", "post_master@vtext.com", ".vzwpix.com", ".vtext.com"),
        new GenericDialect("ezweb", "@ezweb.ne.jp", "@au.com"),
        new GenericDialect("kddi", ".dion.ne.jp", "au one net"),
        new GenericDialect("gmx", "@mail.gmx.", "@gmx."),
                new GenericDialect("messagelabs", "messagelabs.com", "Symantec.cloud"),
        new GenericDialect("mimecast", "mimecast"),
        new GenericDialect("barracuda", "Barracuda"),
        new GenericDialect("surfcontrol", "SurfControl"),
        new GenericDialect("powermta", "PowerMTA"),
        new GenericDialect("sendgrid", "SendGrid"),
        new GenericDialect("communigate", "CommuniGate"),
        new GenericDialect("mdaemon", "MDaemon"),
        new GenericDialect("kerio", "Kerio"),
        new GenericDialect("mailenable", "MailEnable"),
        new GenericDialect("smartermail", "SmarterMail"),
        new GenericDialect("zimbra", "Zimbra"),
        new GenericDialect("postal", "Postal"),
        new GenericDialect("yandex", "@yandex."),
        new GenericDialect("facebook", "facebookmail.com", "Facebook"),
        new FieldsDialect(),
        new GenericDialect(),
    ];

    private static readonly DialectMarks s_marks = new(All);

    /// <summary>What the first dialect that knows the mail reads from it; null where none does.</summary>
    public static IReadOnlyList<Refusal>? Read(MailView mail, ReadLimits limits)
    {
        var text = BounceTexts.Of(mail);
        var findings = Read(text, out var dialect);
        return findings.Count == 0 ? null : new BounceRefusals(mail, text, dialect, limits).Of(findings);
    }

    /// <summary>Reads a text with the first dialect that knows it and finds a recipient.</summary>
    public static IReadOnlyList<Finding> Read(BounceText text, out BounceDialect? dialect)
    {
        Span<bool> isMarked = stackalloc bool[All.Count];
        s_marks.Find(text, isMarked);
        for (var i = 0; i < isMarked.Length; i++)
        {
            var candidate = All[i];
            if (!isMarked[i] || !candidate.Recognises(text)) continue;
            var findings = new FindingList();
            candidate.Read(text, findings);
            if (findings.Count == 0) continue;
            dialect = candidate;
            return findings.Items;
        }

        dialect = null;
        return [];
    }
}
