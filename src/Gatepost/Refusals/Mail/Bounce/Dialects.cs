namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>Every wording that is known, the most particular first; the first that recognises a text and finds a recipient reads it.</summary>
internal static class Dialects
{
    /// <summary>The dialects in the order they are asked.</summary>
    public static IReadOnlyList<TextDialect> All { get; } =
    [
        new BlockDialect("qmail", "qmail-send program", "This is the machine generated message from mail service&qmail", "Remote host said:&--- Below"),
        new BlockDialect("postfix", "This is the Postfix program", "This is the mail system at host", "The Postfix program", "The mail system\n\n<"),
        new BlockDialect("opensmtpd", "This is the MAILER-DAEMON, please DO NOT REPLY"),
        new BlockDialect("dragonfly", "DragonFly Mail Agent") { },
        new BlockDialect("yahoo", "Sorry, we were unable to deliver your message to the following address", "Unable to deliver message to the following address(es)"),
        new BlockDialect("courier", "UNDELIVERABLE MAIL&Courier", "DELAYED MAIL&Courier"),
        new BlockDialect("amavis", "amavisd-new"),
        new ZohoDialect(),
        new ListManagerDialect(),
        new BlockDialect("mfilter", "m-FILTER"),
        new BlockDialect("exchange2003", "did not reach the following recipient(s):", "MSEXCH:", "The following recipient(s) could not be reached", "did not reach some or all of the intended recipients") { ListBelow = ["recipient(s):", "could not be reached:"] },
        new MicrosoftDialect(),
        new SendmailDialect(),
        new EximDialect(),
        new FieldsDialect(),
        new GenericDialect(),
    ];

    /// <summary>Reads a text with the first dialect that knows it and finds a recipient.</summary>
    public static IReadOnlyList<Finding> Read(BounceText text, out TextDialect? dialect)
    {
        foreach (var candidate in All)
        {
            if (!candidate.Recognises(text)) continue;
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
