using System.Text;
using Gatepost.Refusals;
using Gatepost.Refusals.Mail;

namespace Gatepost.Tests.Refusals.Mail;

/// <summary>Mails for tests, written as text with LF.</summary>
internal static class MailHelp
{
    public static MailView View(string mail, ReadLimits? limits = null) => View(Encoding.Latin1.GetBytes(mail), limits);

    public static MailView View(byte[] mail, ReadLimits? limits = null) => new(new Document("test", mail), limits ?? ReadLimits.Default);

    public static ReadOutcome Read(string mail) => Read(Encoding.Latin1.GetBytes(mail));

    public static ReadOutcome Read(byte[] mail) => new MailReader().Read(new Document("test", mail), ReadLimits.Default);

    /// <summary>A report with the usual three parts; each may be left out.</summary>
    public static string Report(string status, string? text = null, string? returned = null, string statusType = "message/delivery-status") =>
        $"""
        Return-Path: <>
        From: MAILER-DAEMON@relay.example.org (Mail Delivery System)
        To: alice@example.org
        Subject: Undelivered Mail Returned to Sender
        Date: Thu, 2 Apr 2026 10:00:05 +0200
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

        {(text is null ? "" : $"--b1\nContent-Type: text/plain; charset=utf-8\n\n{text}\n")}--b1
        Content-Type: {statusType}

        {status}
        {(returned is null ? "" : $"--b1\nContent-Type: message/rfc822\n\n{returned}\n")}--b1--

        """;

    public const string Status = """
        Reporting-MTA: dns; relay.example.org
        Arrival-Date: Thu, 2 Apr 2026 10:00:00 +0200

        Final-Recipient: rfc822; bob@example.net
        Action: failed
        Status: 5.7.1
        Remote-MTA: dns; mx.example.net
        Diagnostic-Code: smtp; 554 5.7.1 <bob@example.net>: Relay access denied

        """;
}
