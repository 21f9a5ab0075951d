using System.Text;
using Gatepost.Refusals;
using Gatepost.Refusals.Mail;

namespace Gatepost.Tests.Refusals.Mail;

/// <summary>The own scanner and MimeKit must find the same in a mail: the parts, what they hold, and so the refusals.</summary>
public class MimeKitEqualityTests
{
    [Fact]
    public void Both_ways_give_the_same_refusals_on_the_shared_mails()
    {
        var folder = SharedCorpus.Find("bounces");
        Assert.SkipWhen(folder is null, "The shared corpus is not here.");
        var files = Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).ToArray();
        var different = files.Where(static path => Difference(File.ReadAllBytes(path)) is not null)
            .Select(static path => $"{Path.GetFileName(path)}: {Difference(File.ReadAllBytes(path))}").ToList();
        foreach (var line in different) Console.WriteLine(line);
        Assert.Empty(different);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Both_ways_give_the_same_refusals_on_made_mails(string end)
    {
        foreach (var text in new[] { "Your mail failed.", "<bob@example.net>: host mx.example.net[192.0.2.1] said: 554 5.7.1 no (in reply to RCPT TO command)" })
        {
            foreach (var type in new[] { "message/delivery-status", "message/global-delivery-status", "text/plain" })
            {
                foreach (var returned in new[] { null, "Return-Path: <alice@example.org>\nSubject: =?utf-8?q?=C3=BC?=\nContent-Type: multipart/mixed; boundary=z\n\n--z\n\nhi\n--z--" })
                {
                    var mail = MailHelp.Report(MailHelp.Status, text, returned, type).ReplaceLineEndings(end);
                    Assert.Null(Difference(Encoding.UTF8.GetBytes(mail)));
                    var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(MailHelp.Status), Base64FormattingOptions.InsertLineBreaks);
                    mail = MailHelp.Report(encoded, text, returned, type + "\nContent-Transfer-Encoding: base64").ReplaceLineEndings(end);
                    Assert.Null(Difference(Encoding.UTF8.GetBytes(mail)));
                }
            }
        }
    }

    private static string? Difference(byte[] mail)
    {
        var reader = new MailReader();
        var plain = MimeKitRewriter.Rewrite(mail, ReadLimits.Default);
        if (plain is null) return "MimeKit cannot read it";
        if (HoldsNoParts(mail)) return null;
        var own = reader.Read(new Document("x", mail), ReadLimits.Default);
        var other = reader.Read(new Document("x", plain), ReadLimits.Default);
        if (own.Format != other.Format) return $"{own.Format} and {other.Format}";
        if (own.Refusals.Count != other.Refusals.Count) return $"{own.Refusals.Count} and {other.Refusals.Count} refusals";
        foreach (var (one, two) in own.Refusals.Zip(other.Refusals))
            if (Bare(one) != Bare(two)) return $"{Bare(one)}\n  and\n  {Bare(two)}";
        return null;
    }

    /// <summary>MimeKit takes the boundary at its word; the own scanner goes on where it does not occur.</summary>
    private static bool HoldsNoParts(byte[] mail)
    {
        using var source = new MemoryStream(mail);
        return HoldsNoParts(MimeKit.MimeMessage.Load(source).Body);
    }

    private static bool HoldsNoParts(MimeKit.MimeEntity? entity) =>
        entity is MimeKit.Multipart multipart && (multipart.Count == 0 || multipart.Any(HoldsNoParts));

    private static Refusal Bare(Refusal refusal) => refusal with { Source = default, Notes = [] };
}
