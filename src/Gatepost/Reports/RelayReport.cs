using System.Text;
using Gatepost.Evidence.Relaying;

namespace Gatepost.Reports;

/// <summary>A relay test as text: the verdict first, then its reasons, the consent, every form and every control with its reply.</summary>
public static class RelayReport
{
    private const int FormIndent = Page.Indent + 4;

    /// <summary>Appends the report; its last line ends in a line feed.</summary>
    public static void Write(RelayTest test, ReportStyle style, StringBuilder output)
    {
        var page = new Page(output, style);
        var verdict = test.Verdict;
        Verdict(page, test, verdict.State);
        List(page, "because", verdict.Reasons);
        if (!test.Consent.IsGiven) return;
        page.Entry("consent", Page.Indent, test.Consent.Reason);
        if (test.Sources.Count > 0) page.Entry("asked", Page.Indent, $"from {string.Join(", ", test.Sources)} as {test.Target.Helo}", Words.Time(test.StartedAt));
        Forms(page, test.Forms, style.Verbose);
        Controls(page, test.Controls);
        List(page, "left out", test.LeftOut);
    }

    private static void Verdict(Page page, RelayTest test, RelayState state)
    {
        var server = test.Host is { } host ? $"{host} ({test.Target.Address})" : test.Target.Address.ToString();
        var (says, ink) = state switch
        {
            RelayState.Relays => ("relays for strangers", Ink.Bad),
            RelayState.Refuses => ("refuses to relay for strangers", Ink.Good),
            _ => ("may or may not relay: the test does not tell", Ink.Caution),
        };
        page.Entry("", 0, $"{server} {says}", ink: ink);
    }

    private static void Forms(Page page, IReadOnlyList<RelayAnswer<RelayForm>> forms, bool verbose)
    {
        string? said = null;
        for (var i = 0; i < forms.Count; i++)
        {
            var form = forms[i];
            var lead = (i == 0 ? "forms" : "").PadRight(Page.Indent) + form.Probe.Number;
            Answer(page, lead, form, form.Probe.Name, ref said);
            if (verbose) page.Entry("", FormIndent, form.Probe.Tests, ink: Ink.Faint);
        }
    }

    private static void Controls(Page page, IReadOnlyList<RelayAnswer<RelayControl>> controls)
    {
        string? said = null;
        for (var i = 0; i < controls.Count; i++)
            Answer(page, i == 0 ? "controls" : "", controls[i], RelayWords.Text(controls[i].Probe.Kind), ref said);
    }

    // The reply stands only where it differs from the one before: a server mostly says the same to all.
    private static void Answer<T>(Page page, string lead, RelayAnswer<T> answer, string name, ref string? said) where T : RelayProbe
    {
        page.Entry(lead, FormIndent, name, RelayWords.Text(answer.Outcome), rightInk: answer.Outcome switch
        {
            RelayOutcome.Accepted => Ink.Caution,
            RelayOutcome.Refused => Ink.Plain,
            _ => Ink.Faint,
        });
        page.Entry("", FormIndent, $"<{answer.Probe.Sender}> to <{answer.Probe.Recipient}>");
        var reply = answer.Reply?.ToString();
        if (reply is not null && reply != said) page.Entry("", FormIndent, reply, ink: Ink.Strong);
        said = reply;
    }

    private static void List(Page page, string lead, IReadOnlyList<string> texts)
    {
        for (var i = 0; i < texts.Count; i++) page.Entry(i == 0 ? lead : "", Page.Indent, texts[i]);
    }
}
