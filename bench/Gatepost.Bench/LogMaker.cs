using System.Globalization;
using System.Text;

namespace Gatepost.Bench;

/// <summary>
/// Writes a Postfix log as a busy relay would: several instances, sessions with their noise, and three lines in two
/// hundred that are refusals of many kinds. The same size gives the same log.
/// </summary>
internal sealed class LogMaker(Stream output)
{
    private static readonly string[] Instances = ["postfix", "postfix-out", "postfix-mx/content-filter", "postfix/submission"];
    private static readonly string[] Names = ["anna", "b.meier", "carlos", "dora+news", "e_lopez", "frank.o", "g", "sales", "info", "no-reply"];

    private static readonly string[] RemoteTexts =
    [
        "host {0} said: 554 5.7.1 <{1}>: Relay access denied (in reply to RCPT TO command)",
        "host {0} said: 550 5.1.1 <{1}>: Recipient address rejected: User unknown in virtual mailbox table (in reply to RCPT TO command)",
        "host {0} said: 550-5.7.1 [192.0.2.25      12] Our system has detected that this 550-5.7.1 message is likely unsolicited mail. 550 5.7.1 more information. x{2}si - gsmtp (in reply to end of DATA command)",
        "host {0} said: 552 5.2.2 <{1}>: Mailbox full; quota=1 GB (in reply to end of DATA command)",
        "host {0} said: 550 5.7.1 Unable to relay for {1} (in reply to RCPT TO command)",
        "host {0} said: 553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1) (in reply to RCPT TO command)",
    ];

    private static readonly string[] LaterTexts =
    [
        "host {0} said: 454 4.7.1 <{1}>: Relay access denied (in reply to RCPT TO command)",
        "host {0} said: 450 4.2.0 <{1}>: Recipient address rejected: Greylisted, see http://postgrey.example/help (in reply to RCPT TO command)",
        "host {0} refused to talk to me: 421 4.7.0 mx{2} Too many connections",
        "connect to {0}:25: Connection timed out",
        "lost connection with {0} while sending RCPT TO",
        "delivery temporarily suspended: lost connection with {0} while receiving the initial server greeting",
    ];

    private static readonly string[] Rejects =
    [
        "554 5.7.1 <{1}>: Relay access denied", "454 4.7.1 <{1}>: Relay access denied", "550 5.1.1 <{1}>: Recipient address rejected: User unknown in local recipient table",
        "554 5.7.1 Service unavailable; Client host [{2}] blocked using zen.dnsbl.example; https://dnsbl.example/query/ip/{2}", "450 4.1.8 <s@nowhere.example>: Sender address rejected: Domain not found",
        "504 5.5.2 <WIN-{3}>: Helo command rejected: need fully-qualified hostname", "554 5.7.1 <unknown[{2}]>: Client host rejected: Access denied",
    ];

    private readonly Random _random = new(20240824);
    private readonly StringBuilder _line = new();
    private long _second;

    public long Bytes { get; private set; }

    public long Lines { get; private set; }

    public long Refusals { get; private set; }

    public void Write(long size)
    {
        while (Bytes < size) Session();
        output.Flush();
    }

    private void Session()
    {
        _second += _random.Next(2);
        var client = Host(out var address);
        var id = QueueId();
        var sender = Address();
        var recipient = Address();
        var instance = Instances[_random.Next(Instances.Length)];
        var pid = _random.Next(1000, 32000);
        if (_random.Next(4) == 0) Line(instance, "postscreen", pid, $"CONNECT from [{address}]:{_random.Next(1024, 65535)} to [192.0.2.25]:25");
        Line(instance, "smtpd", pid, $"connect from {client}");
        if (_random.Next(5) == 0) Line(instance, "smtpd", pid, $"Anonymous TLS connection established from {client}: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256");
        if (_random.Next(1000) < 55) Reject(instance, pid, client, address, sender, recipient);
        Line(instance, "smtpd", pid, $"{id}: client={client}{(_random.Next(6) == 0 ? ", sasl_method=PLAIN, sasl_username=" + sender : "")}");
        Line(instance, "cleanup", pid + 1, $"{id}: message-id=<{_random.NextInt64():x}.{_random.Next()}@{client.AsSpan(0, client.IndexOf('['))}>");
        Line(instance, "qmgr", 812, $"{id}: from=<{sender}>, size={_random.Next(900, 900000)}, nrcpt=1 (queue active)");
        var remote = Host(out _);
        if (_random.Next(1000) < 62) Failure(instance, pid, id, recipient, remote);
        else Line(instance, "smtp", pid, $"{id}: to=<{recipient}>, relay={remote}:25, delay={_random.Next(90) / 10.0}, delays=0.08/0.02/0.85/0.14, tls=may, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as {QueueId()})");
        Line(instance, "qmgr", 812, $"{id}: removed");
        Line(instance, "smtpd", pid, $"disconnect from {client} ehlo=2 starttls=1 mail=1 rcpt=1 data=1 quit=1 commands=7");
    }

    private void Reject(string instance, int pid, string client, string address, string sender, string recipient)
    {
        Refusals++;
        var text = string.Format(CultureInfo.InvariantCulture, Rejects[_random.Next(Rejects.Length)], "", recipient, address, _random.Next(0xFFFFF).ToString("X5", CultureInfo.InvariantCulture));
        var kind = _random.Next(20);
        if (kind == 0) Line(instance, "smtpd", pid, $"warning: {client}: SASL LOGIN authentication failed: authentication failure");
        else if (kind == 1) Line(instance, "cleanup", pid, $"{QueueId()}: milter-reject: END-OF-MESSAGE from {client}: 5.7.1 Spam message rejected; from=<{sender}> to=<{recipient}> proto=ESMTP helo=<{client.AsSpan(0, client.IndexOf('['))}>");
        else if (kind == 2) Line(instance, "postscreen", pid, $"NOQUEUE: reject: RCPT from [{address}]:{_random.Next(1024, 65535)}: 550 5.7.1 Service unavailable; client [{address}] blocked using dnsbl.example; from=<{sender}>, to=<{recipient}>, proto=ESMTP, helo=<{client.AsSpan(0, client.IndexOf('['))}>");
        else Line(instance, "smtpd", pid, $"NOQUEUE: reject: RCPT from {client}: {text}; from=<{sender}> to=<{recipient}> proto=ESMTP helo=<{client.AsSpan(0, client.IndexOf('['))}>");
    }

    private void Failure(string instance, int pid, string id, string recipient, string remote)
    {
        Refusals++;
        var isLater = _random.Next(2) == 0;
        var texts = isLater ? LaterTexts : RemoteTexts;
        var text = string.Format(CultureInfo.InvariantCulture, texts[_random.Next(texts.Length)], remote, recipient, _random.Next(9999));
        var relay = text.StartsWith("connect", StringComparison.Ordinal) || text.StartsWith("delivery", StringComparison.Ordinal) ? "none" : remote + ":25";
        Line(instance, relay == "none" ? "error" : "smtp", pid, $"{id}: to=<{recipient}>, relay={relay}, delay=1.2, delays=0.1/0.02/0.9/0.2, dsn={(isLater ? "4.7.1" : "5.7.1")}, status={(isLater ? "deferred" : "bounced")} ({text})");
    }

    private void Line(string instance, string daemon, int pid, string message)
    {
        var time = new DateTime(2024, 8, 25).AddSeconds(_second / 40);
        _line.Clear().Append(time.ToString("MMM", CultureInfo.InvariantCulture)).Append(' ').Append(time.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2))
            .Append(' ').Append(time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)).Append(" mail ").Append(instance).Append('/').Append(daemon)
            .Append('[').Append(pid).Append("]: ").Append(message).Append('\n');
        var bytes = Encoding.ASCII.GetBytes(_line.ToString());
        output.Write(bytes);
        Bytes += bytes.Length;
        Lines++;
    }

    private string Address() => $"{Names[_random.Next(Names.Length)]}{_random.Next(300)}@d{_random.Next(5000)}.example.{(_random.Next(2) == 0 ? "org" : "net")}";

    private string Host(out string address)
    {
        var n = _random.Next(20000);
        address = $"198.51.{n >> 8}.{n & 255}";
        return $"mx{n}.d{n % 5000}.example.com[{address}]";
    }

    private string QueueId() => _random.NextInt64(0x100000000L, 0xFFFFFFFFFFL).ToString("X10", CultureInfo.InvariantCulture);
}
