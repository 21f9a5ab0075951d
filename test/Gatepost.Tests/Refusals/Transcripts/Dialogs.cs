namespace Gatepost.Tests.Refusals.Transcripts;

/// <summary>The same session as different tools print it: b@example.net is refused with 554 5.7.1 after an EHLO that offers AUTH.</summary>
internal static class Dialogs
{
    public static IReadOnlyDictionary<string, string> Refused { get; } = new Dictionary<string, string>
    {
        ["swaks"] = """
            === Trying mx.example.net:25...
            === Connected to mx.example.net.
            <-  220 mx.example.net ESMTP Postfix
             -> EHLO client.example.org
            <-  250-mx.example.net
            <-  250-PIPELINING
            <-  250-AUTH PLAIN LOGIN
            <-  250 DSN
             -> MAIL FROM:<a@example.org>
            <-  250 2.1.0 Ok
             -> RCPT TO:<b@example.net>
            <** 554 5.7.1 <b@example.net>: Relay access denied
             -> QUIT
            <-  221 2.0.0 Bye
            === Connection closed with remote host.
            """,
        ["telnet"] = """
            $ telnet mx.example.net 25
            Trying 192.0.2.25...
            Connected to mx.example.net.
            Escape character is '^]'.
            220 mx.example.net ESMTP Postfix
            EHLO client.example.org
            250-mx.example.net
            250-AUTH PLAIN LOGIN
            250 DSN
            mail from:<a@example.org>
            250 2.1.0 Ok
            rcpt to:<b@example.net>
            554 5.7.1 <b@example.net>: Relay access denied
            quit
            221 2.0.0 Bye
            Connection closed by foreign host.
            """,
        ["curl"] = """
            * Host mx.example.net:25 was resolved.
            *   Trying 192.0.2.25:25...
            * Connected to mx.example.net (192.0.2.25) port 25 (#0)
            < 220 mx.example.net ESMTP Postfix
            > EHLO client.example.org
            < 250-mx.example.net
            < 250-AUTH PLAIN LOGIN
            < 250 DSN
            > MAIL FROM:<a@example.org>
            < 250 2.1.0 Ok
            > RCPT TO:<b@example.net>
            < 554 5.7.1 <b@example.net>: Relay access denied
            * RCPT failed: 554
            > QUIT
            < 221 2.0.0 Bye
            curl: (55) RCPT failed: 554
            """,
        ["mailkit"] = """
            Connected to smtp://mx.example.net:25/?starttls=when-available
            S: 220 mx.example.net ESMTP Postfix
            C: EHLO client.example.org
            S: 250-mx.example.net
            S: 250-AUTH PLAIN LOGIN
            S: 250 DSN
            C: MAIL FROM:<a@example.org>
            C: RCPT TO:<b@example.net>
            S: 250 2.1.0 Ok
            S: 554 5.7.1 <b@example.net>: Relay access denied
            C: RSET
            S: 250 2.0.0 Ok
            """,
        ["nodemailer"] = """
            [2026-11-23 10:00:00] DEBUG Creating transport: nodemailer (6.9.0; +https://nodemailer.com/; SMTP/6.9.0)
            [2026-11-23 10:00:00] INFO  [abc123] Secure connection not used
            [2026-11-23 10:00:00] DEBUG [abc123] S: 220 mx.example.net ESMTP Postfix
            [2026-11-23 10:00:00] DEBUG [abc123] C: EHLO client.example.org
            [2026-11-23 10:00:00] DEBUG [abc123] S: 250-mx.example.net
            [2026-11-23 10:00:00] DEBUG [abc123] S: 250-AUTH PLAIN LOGIN
            [2026-11-23 10:00:00] DEBUG [abc123] S: 250 DSN
            [2026-11-23 10:00:00] DEBUG [abc123] C: MAIL FROM:<a@example.org>
            [2026-11-23 10:00:00] DEBUG [abc123] S: 250 2.1.0 Ok
            [2026-11-23 10:00:00] DEBUG [abc123] C: RCPT TO:<b@example.net>
            [2026-11-23 10:00:00] DEBUG [abc123] S: 554 5.7.1 <b@example.net>: Relay access denied
            """,
        ["smtplib"] = """
            connect: to ('mx.example.net', 25) None
            reply: b'220 mx.example.net ESMTP Postfix\r\n'
            reply: retcode (220); Msg: b'mx.example.net ESMTP Postfix'
            connect: b'mx.example.net ESMTP Postfix'
            send: 'ehlo client.example.org\r\n'
            reply: b'250-mx.example.net\r\n'
            reply: b'250-AUTH PLAIN LOGIN\r\n'
            reply: b'250 DSN\r\n'
            reply: retcode (250); Msg: b'mx.example.net\nAUTH PLAIN LOGIN\nDSN'
            send: 'mail FROM:<a@example.org>\r\n'
            reply: b'250 2.1.0 Ok\r\n'
            reply: retcode (250); Msg: b'2.1.0 Ok'
            send: 'rcpt TO:<b@example.net>\r\n'
            reply: b'554 5.7.1 <b@example.net>: Relay access denied\r\n'
            reply: retcode (554); Msg: b'5.7.1 <b@example.net>: Relay access denied'
            """,
        ["phpmailer"] = """
            2026-11-23 10:00:00 Connection: opening to mx.example.net:25, timeout=300, options=array()<br>
            2026-11-23 10:00:00 Connection: opened<br>
            2026-11-23 10:00:00 SERVER -> CLIENT: 220 mx.example.net ESMTP Postfix<br>
            2026-11-23 10:00:00 CLIENT -> SERVER: EHLO client.example.org<br>
            2026-11-23 10:00:00 SERVER -> CLIENT: 250-mx.example.net
                                250-AUTH PLAIN LOGIN
                                250 DSN<br>
            2026-11-23 10:00:00 CLIENT -> SERVER: MAIL FROM:<a@example.org><br>
            2026-11-23 10:00:00 SERVER -> CLIENT: 250 2.1.0 Ok<br>
            2026-11-23 10:00:00 CLIENT -> SERVER: RCPT TO:<b@example.net><br>
            2026-11-23 10:00:00 SERVER -> CLIENT: 554 5.7.1 <b@example.net>: Relay access denied<br>
            2026-11-23 10:00:00 SMTP ERROR: RCPT TO command failed: 554 5.7.1 <b@example.net>: Relay access denied<br>
            """,
        ["msmtp"] = """
            loaded user configuration file /home/a/.msmtprc
            <-- 220 mx.example.net ESMTP Postfix
            --> EHLO client.example.org
            <-- 250-mx.example.net
            <-- 250-AUTH PLAIN LOGIN
            <-- 250 DSN
            --> MAIL FROM:<a@example.org>
            --> RCPT TO:<b@example.net>
            --> DATA
            <-- 250 2.1.0 Ok
            <-- 554 5.7.1 <b@example.net>: Relay access denied
            <-- 554 5.5.1 Error: no valid recipients
            msmtp: recipient address b@example.net not accepted by the server
            """,
        ["exim"] = """
            LOG: MAIN
              cwd=/ 3 args: exim -v -M 1tk2b3-006Xtp-0N
            Connecting to mx.example.net [192.0.2.25]:25 ... connected
              SMTP<< 220 mx.example.net ESMTP Postfix
              SMTP>> EHLO client.example.org
              SMTP<< 250-mx.example.net
                     250-AUTH PLAIN LOGIN
                     250 DSN
              SMTP>> MAIL FROM:<a@example.org>
              SMTP<< 250 2.1.0 Ok
              SMTP>> RCPT TO:<b@example.net>
              SMTP<< 554 5.7.1 <b@example.net>: Relay access denied
              SMTP>> QUIT
            """,
        ["git send-email"] = """
            Net::SMTP>>> Net::SMTP(3.13)
            Net::SMTP=GLOB(0x55d0c2a0)<<< 220 mx.example.net ESMTP Postfix
            Net::SMTP=GLOB(0x55d0c2a0)>>> EHLO client.example.org
            Net::SMTP=GLOB(0x55d0c2a0)<<< 250-mx.example.net
            Net::SMTP=GLOB(0x55d0c2a0)<<< 250-AUTH PLAIN LOGIN
            Net::SMTP=GLOB(0x55d0c2a0)<<< 250 DSN
            Net::SMTP=GLOB(0x55d0c2a0)>>> MAIL FROM:<a@example.org>
            Net::SMTP=GLOB(0x55d0c2a0)<<< 250 2.1.0 Ok
            Net::SMTP=GLOB(0x55d0c2a0)>>> RCPT TO:<b@example.net>
            Net::SMTP=GLOB(0x55d0c2a0)<<< 554 5.7.1 <b@example.net>: Relay access denied
            """,
        ["sendmail -v"] = """
            b@example.net... Connecting to mx.example.net. via esmtp...
            220 mx.example.net ESMTP Postfix
            >>> EHLO client.example.org
            250-mx.example.net
            250-AUTH PLAIN LOGIN
            250 DSN
            >>> MAIL From:<a@example.org>
            250 2.1.0 Ok
            >>> RCPT To:<b@example.net>
            554 5.7.1 <b@example.net>: Relay access denied
            """,
        ["mutt"] = """
            [2026-11-23 10:00:00] Connected to mx.example.net:25 on fd=4
            [2026-11-23 10:00:00] 4< 220 mx.example.net ESMTP Postfix
            [2026-11-23 10:00:00] 4> EHLO client.example.org
            [2026-11-23 10:00:00] 4< 250-mx.example.net
            [2026-11-23 10:00:00] 4< 250-AUTH PLAIN LOGIN
            [2026-11-23 10:00:00] 4< 250 DSN
            [2026-11-23 10:00:00] 4> MAIL FROM:<a@example.org>
            [2026-11-23 10:00:00] 4< 250 2.1.0 Ok
            [2026-11-23 10:00:00] 4> RCPT TO:<b@example.net>
            [2026-11-23 10:00:00] 4< 554 5.7.1 <b@example.net>: Relay access denied
            """,
        ["postfix"] = """
            Transcript of session follows.

             Out: 220 mx.example.net ESMTP Postfix
             In:  EHLO client.example.org
             Out: 250-mx.example.net
             Out: 250-AUTH PLAIN LOGIN
             Out: 250 DSN
             In:  MAIL FROM:<a@example.org>
             Out: 250 2.1.0 Ok
             In:  RCPT TO:<b@example.net>
             Out: 554 5.7.1 <b@example.net>: Relay access denied
            """,
        ["openssl"] = """
            CONNECTED(00000003)
            depth=2 C = XX, O = Example Root
            verify return:1
            ---
            Certificate chain
             0 s:CN = mx.example.net
               i:C = XX, O = Example, CN = R3
            -----BEGIN CERTIFICATE-----
            MIIFazCCBFOgAwIBAgISA550AbCd
            250 looks like a code but is not here
            -----END CERTIFICATE-----
            SSL handshake has read 3000 bytes and written 400 bytes
            Verify return code: 0 (ok)
            ---
            250 DSN
            EHLO client.example.org
            250-mx.example.net
            250-AUTH PLAIN LOGIN
            250 DSN
            MAIL FROM:<a@example.org>
            250 2.1.0 Ok
            RCPT TO:<b@example.net>
            554 5.7.1 <b@example.net>: Relay access denied
            QUIT
            DONE
            """,
    };
}
