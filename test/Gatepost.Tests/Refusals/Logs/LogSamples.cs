using System.Text;
using CsCheck;

namespace Gatepost.Tests.Refusals.Logs;

/// <summary>Random logs with everything that files are found to hold.</summary>
internal static class LogSamples
{
    private static readonly string[] Lines =
    [
        "Nov  1 00:00:00 mail postfix/smtp[1]: 4104E3D: to=<a@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=1, dsn=5.7.1, status=bounced (host mx.example.org[192.0.2.1] said: 554 5.7.1 no (in reply to RCPT TO command))",
        "Nov  1 00:00:00 mail postfix-out/error[1]: 4104E3D: to=<b@example.org>, relay=none, delay=1, dsn=4.4.1, status=deferred (x)",
        "Nov  1 00:00:00 mail postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[192.0.2.7]: 554 5.7.1 <r@example.org>: Relay access denied; from=<s@example.net> to=<r@example.org> proto=ESMTP helo=<h>",
        "Nov  1 00:00:00 mail postfix/smtpd[1]: NOQUEUE: reject_warning: RCPT from unknown[192.0.2.7]: 554 5.7.1 no; from=<s> to=<r> proto=ESMTP helo=<h>",
        "Nov  1 00:00:00 mail postfix/smtpd[1]: connect from unknown[192.0.2.7]",
        "Nov  1 00:00:00 mail postfix/smtp[1]: 4104E3D: to=<a@example.org>, relay=mx.example.org[192.0.2.1]:25, dsn=2.0.0, status=sent (250 status=bounced)",
        "Nov  1 00:00:00 mail postfix/smtp[1]: what is this status=bounced (odd)",
        "Nov  1 00:00:00 mail postfix/qmgr[1]: 4104E3D: from=<s@example.net>, status=expired, returned to sender",
        "Nov  1 00:00:00 mail kernel: reject: said: status=bounced",
        "{\"__REALTIME_TIMESTAMP\":\"1700000000000000\",\"_HOSTNAME\":\"mail\",\"SYSLOG_IDENTIFIER\":\"postfix/qmgr\",\"_PID\":\"7\",\"MESSAGE\":\"4104E3D: from=<\\u0061>, status=expired, returned to sender\"}",
        "{\"SYSLOG_IDENTIFIER\":\"postfix/qmgr\",\"MESSAGE\":[52,49,48,52,69,51,68,58,32,102,114,111,109,61,60,62,44,32,115,116,97,116,117,115,61,101,120,112,105,114,101,100]}",
        "{\"log\":\"postfix/qmgr[7]: 4104E3D: from=<>, status=expired, returned to sender\\n\",\"stream\":\"stdout\",\"time\":\"2024-01-01T00:00:00Z\"}",
        "{\"MESSAGE\":\"status=expired", "", "\r", " said: ", "\0\0\0",
    ];

    private static readonly Gen<byte[]> Line = Gen.Frequency(
        (8, Gen.Int[0, Lines.Length - 1].Select(static i => Lines[i]).Select(Encoding.UTF8.GetBytes)),
        (1, Gen.Byte.Array[0, 40].Select(static bytes => Array.FindAll(bytes, static b => b != '\n'))),
        (1, Gen.Int[100, 900].Select(static length => Encoding.ASCII.GetBytes("Nov  1 00:00:00 mail postfix/qmgr[1]: 4104E3D: from=<" + new string('x', length) + ">, status=expired, returned to sender"))),
        (1, Gen.Int[0, 700].Select(static length => new byte[length])));

    private static readonly Gen<byte[]> End = Gen.Int[0, 4].Select(static i => Encoding.ASCII.GetBytes(i < 3 ? "\n" : i == 3 ? "\r\n" : ""));

    /// <summary>A log of up to 40 lines, with CRLF, NULs, long lines, invalid UTF-8, and perhaps no line end at its end.</summary>
    public static Gen<byte[]> Log { get; } =
        Gen.Select(Line, End).Array[0, 40].Select(static lines => lines.SelectMany(static line => line.Item1.Concat(line.Item2)).ToArray());

    /// <summary>A line with bytes changed, left out or doubled.</summary>
    public static Gen<byte[]> Mutated { get; } =
        Gen.Select(Gen.Int[0, Lines.Length - 1].Select(static i => Lines[i]), Gen.Select(Gen.Int[0, 250], Gen.Int[0, 3], Gen.Byte).Array[1, 8]).Select(static (line, changes) =>
        {
            var bytes = Encoding.UTF8.GetBytes(line).ToList();
            foreach (var (at, how, value) in changes)
            {
                if (at >= bytes.Count) continue;
                if (how == 0) bytes[at] = value;
                else if (how == 1) bytes.RemoveRange(at, Math.Min(value % 20, bytes.Count - at));
                else if (how == 2) bytes.InsertRange(at, bytes.GetRange(at, Math.Min(value % 30, bytes.Count - at)));
                else bytes.Insert(at, (byte)"<>;:[]()=, \"{}"[value % 14]);
            }

            return bytes.ToArray();
        });
}
