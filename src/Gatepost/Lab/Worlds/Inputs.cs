namespace Gatepost.Lab.Worlds;

/// <summary>What senders have in hand, in the form in which mail servers write it.</summary>
internal static class Inputs
{
    /// <summary>A bounce of Postfix (RFC 3464) to <paramref name="sender"/>. <paramref name="original"/> is the header of the mail that comes back.</summary>
    public static string PostfixBounce(string reporter, string sender, string recipient, string host, string address, string reply, string original) => $"""
        Return-Path: <>
        From: MAILER-DAEMON@{reporter} (Mail Delivery System)
        To: {sender}
        Subject: Undelivered Mail Returned to Sender
        Date: Tue, 24 Nov 2026 08:41:07 +0000 (UTC)
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="4XkQ2m1Tz3z9.1795509667/{reporter}"
        Message-Id: <4XkQ2m1Tz3z9@{reporter}>

        --4XkQ2m1Tz3z9.1795509667/{reporter}
        Content-Type: text/plain; charset=us-ascii

        This is the mail system at host {reporter}.

        I'm sorry to have to inform you that your message could not
        be delivered to one or more recipients. It's attached below.

                           The mail system

        <{recipient}>: host {host}[{address}] said: {reply} (in reply to RCPT TO
            command)

        --4XkQ2m1Tz3z9.1795509667/{reporter}
        Content-Type: message/delivery-status

        Reporting-MTA: dns; {reporter}
        X-Postfix-Queue-ID: 4XkQ2m1Tz3z9
        X-Postfix-Sender: rfc822; {sender}
        Arrival-Date: Tue, 24 Nov 2026 08:41:06 +0000 (UTC)

        Final-Recipient: rfc822; {recipient}
        Original-Recipient: rfc822;{recipient}
        Action: failed
        Status: {StatusOf(reply)}
        Remote-MTA: dns; {host}
        Diagnostic-Code: smtp; {reply}

        --4XkQ2m1Tz3z9.1795509667/{reporter}
        Content-Type: text/rfc822-headers

        {original}

        --4XkQ2m1Tz3z9.1795509667/{reporter}--
        """;

    /// <summary>The header of an ordinary mail.</summary>
    public static string Mail(string sender, string recipient) => $"""
        Return-Path: <{sender}>
        From: Sam <{sender}>
        To: {recipient}
        Subject: Bulbs for the spring
        Date: Tue, 24 Nov 2026 09:41:05 +0100
        Message-ID: <20261124084105.1@{sender[(sender.IndexOf('@', StringComparison.Ordinal) + 1)..]}>
        """;

    /// <summary>A bounce of Exim about an ordinary mail.</summary>
    public static string EximBounce(string reporter, string sender, string recipient, string host, string address, string reply) => $"""
        Return-Path: <>
        Received: from Debian-exim by {reporter} with local (Exim 4.96)
        	id 1x5ZA2-00000002VJa-0L1J
        	for {sender}; Tue, 24 Nov 2026 08:41:07 +0000
        X-Failed-Recipients: {recipient}
        Auto-Submitted: auto-replied
        From: Mail Delivery System <Mailer-Daemon@{reporter}>
        To: {sender}
        Subject: Mail delivery failed: returning message to sender
        Message-Id: <E1x5ZA2-00000002VJa-0L1J@{reporter}>
        Date: Tue, 24 Nov 2026 08:41:07 +0000

        This message was created automatically by mail delivery software.

        A message that you sent could not be delivered to one or more of its
        recipients. This is a permanent error. The following address(es) failed:

          {recipient}
            host {host} [{address}]
            SMTP error from remote mail server after RCPT TO:<{recipient}>:
            {reply}

        ------ This is a copy of the message, including all the headers. ------

        {Mail(sender, recipient)}

        Hello Pat
        """;

    /// <summary>The log of a sending Postfix: whose message it was, and what became of it.</summary>
    /// <param name="reporter">The host that writes the log.</param>
    /// <param name="sender">The envelope sender.</param>
    /// <param name="recipient">The recipient.</param>
    /// <param name="relay">The server that it was handed to, <c>host[address]:port</c>; <c>none</c>.</param>
    /// <param name="status">The status code.</param>
    /// <param name="outcome">What became of it, with what was said.</param>
    public static string PostfixLog(string reporter, string sender, string recipient, string relay, string status, string outcome) => $"""
        2026-11-24T08:41:06.914201+00:00 {reporter} postfix/qmgr[1402]: 4XkQ2m1Tz3z9: from=<{sender}>, size=1204, nrcpt=1 (queue active)
        2026-11-24T08:41:07.120934+00:00 {reporter} postfix/smtp[2114]: 4XkQ2m1Tz3z9: to=<{recipient}>, relay={relay}, delay=0.4, delays=0.1/0/0.2/0.1, dsn={status}, status={outcome}
        """;

    private static string StatusOf(string reply)
    {
        var words = reply.Split(' ');
        return words.Length > 1 && words[1].Count(static c => c == '.') == 2 ? words[1] : "5.0.0";
    }
}
