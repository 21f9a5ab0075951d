namespace Gatepost.Tests.Refusals.Mail;

public class CorpusTests
{
    [Fact]
    public void Recipients_and_reply_codes_are_those_of_the_labels()
    {
        var folder = SharedCorpus.Find("bounces");
        Assert.SkipWhen(folder is null, "The shared corpus is not here.");
        int named = 0, right = 0, coded = 0, codesRight = 0;
        foreach (var file in BounceLabels.Rows(folder).GroupBy(static row => row.File))
        {
            var refusals = BounceLabels.Read(Path.Combine(folder, file.Key)).ToList();
            foreach (var row in file)
            {
                var found = refusals.FirstOrDefault(r => row.Recipient.Equals(r.Recipient, StringComparison.OrdinalIgnoreCase));
                if (row.Recipient.Length > 0)
                {
                    named++;
                    if (found is not null) right++;
                    else Console.WriteLine($"{row.File} {row.Index}: recipient {row.Recipient}, read [{string.Join(' ', refusals.Select(r => r.Recipient))}]");
                }

                found ??= refusals.ElementAtOrDefault(row.Index - 1);
                coded++;
                var code = found?.Reply.Code?.ToString() ?? "";
                if (code == row.Code || (row.Code.Length == 0 && found is not null)) codesRight++;
                else Console.WriteLine($"{row.File} {row.Index}: code {row.Code}, read {found?.Reply} | {found?.Explanation}");
                if (found is not null) refusals.Remove(found);
            }
        }

        Console.WriteLine($"recipients {right} of {named}, reply codes {codesRight} of {coded}");
        // Two labels name an address that does not stand in the mail; for the codes see docs/decisions/0002.
        Assert.InRange(named - right, 0, 2);
        Assert.True(codesRight >= 0.99 * coded, $"{codesRight} of {coded}");
    }
}
