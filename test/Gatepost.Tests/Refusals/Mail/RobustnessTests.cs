using System.Diagnostics;
using System.Text;
using CsCheck;
using Gatepost.Refusals;
using Gatepost.Refusals.Mail;

namespace Gatepost.Tests.Refusals.Mail;

public class RobustnessTests
{
    private static readonly string[] s_pieces =
    [
        "\n", "\r\n", "\r", "\n\n", "--b1", "--b1--", "--b1\n", "Content-Type: multipart/report; boundary=b1\n\n", "Content-Type: message/rfc822\n\n",
        "Content-Type: message/delivery-status\n\n", "Content-Type: text/html\n\n", "Content-Transfer-Encoding: base64\n", "Content-Type: message/feedback-report\n\n",
        "Content-Transfer-Encoding: quoted-printable\n", "Final-Recipient: rfc822; bob@example.net\n", "Final-Recipient: utf-8; b\\x{F6}b\\x{zz}@example.net\n",
        "Action: failed\n", "Status: 5.7.1\n", "Diagnostic-Code: smtp; 550-5.7.1 no\n 550 5.7.1 way\n", "Diagnostic-Code: x-unix; 77\n",
        "<bob@example.net>: host mx.example.net[192.0.2.1] said: 550 no (in reply to RCPT TO command)\n", "    (reason: 550 no)\n",
        "   ----- Transcript of session follows -----\n", ">>> RCPT To:<bob@example.net>\n", "<<< 550 5.7.1 no\n", "... while talking to mx.example.net.:\n",
        "Subject: =?utf-8?B?w7w=?= =?x?q?=ZZ?=\n", "From: MAILER-DAEMON\n", "<a href='", "<!--", "&#x110000;", "<pre>", "\u001B$B", "charset=utf-7", "boundary*0*=''%",
        "Reporting-MTA: dns; relay.example.org\n", "=\n", "=?", "\0", "\u00FF", "Auto-Submitted: auto-replied\n", "x-amz-sns-message-id: 1\n\n{\"delivery\":{\"recipients\":[1]}}",
    ];

    private static readonly Gen<byte[]> s_mails =
        Gen.Int[0, s_pieces.Length - 1].Select(static i => s_pieces[i]).Array[0, 60].Select(static p => Encoding.Latin1.GetBytes(string.Concat(p)));

    [Fact]
    public void Any_mixture_of_pieces_reads_without_a_throw() => s_mails.Sample(static mail => { ReadAll(mail); }, iter: 20_000);

    [Fact]
    public void Any_bytes_read_without_a_throw() => Gen.Byte.Array[0, 600].Sample(static mail => { ReadAll(mail); }, iter: 5_000);

    [Fact]
    public void Any_mutation_of_a_report_reads_without_a_throw()
    {
        var report = Encoding.UTF8.GetBytes(MailHelp.Report(MailHelp.Status, "<bob@example.net>: host mx.example.net[192.0.2.1] said: 554 no", "Subject: x\n\nhi"));
        Gen.Select(Gen.Int[0, report.Length - 1], Gen.Byte, Gen.Int[0, report.Length - 1], Gen.Byte).Array[1, 8].Sample(changes =>
        {
            var mail = report.ToArray();
            foreach (var (at, value, _, _) in changes) mail[at] = value;
            ReadAll(mail);
        }, iter: 5_000);
    }

    [Fact]
    public void Truncations_and_mutations_of_the_shared_mails_read_without_a_throw()
    {
        var folder = SharedCorpus.Find("bounces");
        Assert.SkipWhen(folder is null, "The shared corpus is not here.");
        var step = Environment.GetEnvironmentVariable("GATEPOST_FULL") == "1" ? 64 : 64 * 8;
        Parallel.ForEach(Directory.GetFiles(folder, "*.eml"), path =>
        {
            var mail = File.ReadAllBytes(path);
            for (var length = mail.Length; length >= 0; length -= step) ReadAll(mail.AsMemory(0, length));
            var random = new Random(mail.Length);
            for (var i = 0; i < 10; i++)
            {
                var mutated = mail.ToArray();
                for (var j = 0; j < 12; j++) mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
                ReadAll(mutated);
            }
        });
    }

    [Theory]
    [InlineData("<a@<a@", "Content-Type: text/html")]
    [InlineData("<a b=", "Content-Type: text/html")]
    [InlineData("<!--<script><style>", "Content-Type: text/html")]
    [InlineData("&#", "Content-Type: text/html")]
    [InlineData("--b\n", "Content-Type: multipart/mixed; boundary=b")]
    [InlineData("----", "Content-Type: multipart/mixed; boundary=--")]
    [InlineData("Content-Type: message/rfc822\n\n", "Content-Type: message/rfc822")]
    [InlineData("=?=?=?x?q?", "X: y")]
    [InlineData("\n<a@example.org>:", "From: mailer-daemon")]
    [InlineData("<<< 550 x\n>>> y\n", "From: mailer-daemon")]
    [InlineData("Final-Recipient: rfc822; a@example.org\nAction: failed\n\n", "Content-Type: message/delivery-status")]
    [InlineData("Subject: =?utf-8?q?", "Subject: x")]
    [InlineData("\r", "X: y")]
    [InlineData("a: b\n", "X: y")]
    public void A_long_mail_of_one_piece_reads_in_little_time(string piece, string header)
    {
        var mail = Encoding.Latin1.GetBytes(header + "\n\n" + string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length)));
        var clock = Stopwatch.StartNew();
        ReadAll(mail);
        ReadAll(Encoding.Latin1.GetBytes(header + "\n" + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length))));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(8), clock.Elapsed.ToString());
    }

    private static void ReadAll(ReadOnlyMemory<byte> bytes)
    {
        var document = new Document("test", bytes);
        var reader = new MailReader();
        reader.Recognise(document);
        var outcome = reader.Read(document, ReadLimits.Default);
        Assert.True(outcome.Refusals.Count > 0 || outcome.Instead is not null);
    }
}
