using Gatepost.Refusals;
using Gatepost.Refusals.Mail;

namespace Gatepost.Tests.Refusals.Mail;

/// <summary>The labelled bounces of the shared corpus, and what is read from them.</summary>
internal static class BounceLabels
{
    internal sealed record Row(string File, int Index, string Recipient, string Code, string Reason);

    public static IEnumerable<Row> Rows(string folder) =>
        from line in File.ReadLines(Path.Combine(folder, "labels.tsv")).Skip(1)
        let fields = line.Split('\t')
        select new Row(fields[0], int.Parse(fields[1]), fields[2], fields[4], fields[5]);

    /// <summary>Reads a file of the corpus; a file that holds several mails (mbox) gives the refusals of all of them.</summary>
    public static IReadOnlyList<Refusal> Read(string path)
    {
        var reader = new MailReader();
        var bytes = File.ReadAllBytes(path);
        var all = new List<Refusal>();
        foreach (var mail in Mails(bytes)) all.AddRange(reader.Read(new Document(Path.GetFileName(path), mail), ReadLimits.Default).Refusals);
        return all;
    }

    private static IEnumerable<byte[]> Mails(byte[] bytes)
    {
        var start = 0;
        if (bytes.AsSpan().StartsWith("From "u8))
        {
            while (bytes.AsSpan(start + 1).IndexOf("\n\nFrom MAILER-DAEMON "u8) is >= 0 and var at)
            {
                yield return bytes[start..(start + 1 + at + 2)];
                start += 1 + at + 2;
            }
        }

        yield return bytes[start..];
    }
}
