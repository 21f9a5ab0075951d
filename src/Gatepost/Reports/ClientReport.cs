using System.Text;
using Gatepost.Diagnoses;

namespace Gatepost.Reports;

/// <summary>
/// One diagnosis as plain text for a client: at most 120 words, to be pasted into a mail. Headings stand on their own
/// lines so that it reads well in a proportional font too.
/// </summary>
public static class ClientReport
{
    /// <summary>Appends the report; its last line ends in a line feed.</summary>
    public static void Write(Diagnosis diagnosis, ReportStyle style, StringBuilder output)
    {
        var text = ClientText.Of(diagnosis);
        var page = new Page(output, style);
        page.Entry("", 0, text.Headline, ink: Ink.Strong);
        Section(page, ClientText.HeadingWhy, text.Why);
        Section(page, ClientText.HeadingWho, text.Who);
        page.Blank();
        page.Entry("", 0, ClientText.HeadingSteps + ":", ink: Ink.Strong);
        for (var i = 0; i < text.Steps.Count; i++) page.Entry($"  {i + 1}. ", 5, text.Steps[i]);
        page.Entry("", 2, text.Reassurance);
        page.Blank();
        page.Entry("", 0, text.Help);
        if (text.ForThem.Count > 0) page.Entry("", 2, string.Join(' ', text.ForThem));
        if (text.Raw.Length > 0) page.Entry("", 2, text.Raw);
        if (text.RawSource.Length > 0) page.Entry("", 2, text.RawSource);
    }

    private static void Section(Page page, string heading, string text)
    {
        page.Blank();
        page.Entry("", 0, heading + ":", ink: Ink.Strong);
        page.Entry("", 2, text);
    }
}
