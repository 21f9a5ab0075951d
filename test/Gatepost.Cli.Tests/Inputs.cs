namespace Gatepost.Cli.Tests;

/// <summary>Inputs written for the tests, in a folder of their own.</summary>
internal sealed class Inputs : IDisposable
{
    public const string Reply = "550 5.7.1 <pat@example.net>: Relay access denied";

    public static string Dsn(string recipient = "pat@example.net", string diagnostic = Reply) =>
        $"""
        From: MAILER-DAEMON@mail.example.com (Mail Delivery System)
        To: you@example.com
        Subject: Undelivered Mail Returned to Sender
        Date: Mon, 23 Nov 2026 15:54:07 +0000
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.

        <{recipient}>: host mx1.example.net[192.0.2.25] said: {diagnostic}
            (in reply to RCPT TO command)

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example.com
        X-Postfix-Queue-ID: 4F1A2B3C
        Arrival-Date: Mon, 23 Nov 2026 15:54:06 +0000

        Final-Recipient: rfc822; {recipient}
        Action: failed
        Status: 5.7.1
        Remote-MTA: dns; mx1.example.net
        Diagnostic-Code: smtp; {diagnostic}

        --b
        Content-Type: text/rfc822-headers

        From: you@example.com
        To: {recipient}
        Subject: Hello

        --b--

        """.ReplaceLineEndings("\r\n");

    public string Folder { get; } = Directory.CreateTempSubdirectory("gatepost-").FullName;

    public string Add(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
