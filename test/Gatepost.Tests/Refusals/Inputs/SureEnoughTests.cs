using System.Text;
using CsCheck;
using Gatepost.Refusals;
using Gatepost.Refusals.Inputs;
using Gatepost.Refusals.Logs;

namespace Gatepost.Tests.Refusals.Inputs;

/// <summary>A question that is cut short, because another reader is surer, changes no answer.</summary>
public sealed class SureEnoughTests
{
    private static readonly string[] s_lines =
    [
        "From: MAILER-DAEMON@example.org", "To: pat@example.net", "Subject: Undelivered", "Date: Tue, 24 Nov 2026 09:00:00 +0000", "Message-ID: <1@example.org>", "",
        "550 5.1.1 <kim@example.com>: no such user", "220 mx.example.com ESMTP", "RCPT TO:<kim@example.com>", "#Software: Microsoft Exchange Server",
        "#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context",
        "Nov 24 09:00:00 mx postfix/smtp[1]: 4QX1: to=<kim@example.com>, relay=mx.example.com[192.0.2.1]:25, dsn=5.1.1, status=bounced (host said: 550 no)",
        "2026-11-24 09:00:00 1kXyZa-000001-Aa ** kim@example.com R=dnslookup T=remote_smtp: 550 no such user", "type,timeLogged,orig,rcpt,dsnAction,dsnStatus,dsnDiag",
    ];

    private static readonly Gen<string> s_text = Gen.Int[0, s_lines.Length - 1].Array[0, 30].Select(static chosen => string.Join('\n', chosen.Select(static i => s_lines[i])));

    [Fact]
    public void ReadersOfDocuments() => Gen.Select(s_text, Gen.Int[0, 100]).Sample(static (text, score) =>
    {
        var document = new Document("-", Encoding.UTF8.GetBytes(text));
        return DocumentReaders.All.All(reader =>
        {
            var (whole, above) = (reader.Recognise(document), reader.RecogniseAbove(document, score));
            return above == whole || (above == 0 && whole <= score);
        });
    });

    [Fact]
    public void ReadersOfLogs() => Gen.Select(s_text, Gen.Int[0, 100]).Sample(static (text, score) =>
    {
        var head = Encoding.UTF8.GetBytes(text);
        var readers = LogReaders.All(new LogClock(TimeProvider.System), ReadLimits.Default);
        var (whole, above) = (LogDetection.Detect(head, readers), LogDetection.Detect(head, readers, score));
        return above.Score == whole.Score ? above.Readers.SequenceEqual(whole.Readers) : above.Score == 0 && whole.Score <= score;
    });
}
