using System.Text;
using Gatepost.Relay;

namespace Gatepost.Reports;

/// <summary>One decision as text: what happens, by which line, what was asked, and every rule on the way.</summary>
public static class DecisionReport
{
    /// <summary>Appends the report; its last line ends in a line feed.</summary>
    public static void Write(Listener listener, Attempt attempt, Decision decision, ReportStyle style, StringBuilder output)
    {
        var page = new Page(output, style);
        Head(page, listener, decision);
        page.Entry("asked", Page.Indent, $"client {DecisionWords.Client(attempt)}");
        page.Entry("", Page.Indent, DecisionWords.Session(attempt));
        page.Entry("", Page.Indent, $"from {DecisionWords.Path(attempt.MailFrom)} to {DecisionWords.Path(attempt.RcptTo)}, {DecisionWords.Class(decision.Class)}");
        foreach (var (opaque, index) in decision.DependsOn.Select(static (o, i) => (o, i)))
            page.Entry(index > 0 ? "" : decision.Kind == DecisionKind.Depends ? "decides" : "unknown", Page.Indent, $"{opaque.Source}, about the {opaque.Subject}", opaque.Origin.ToString());
        Trace(page, decision);
    }

    /// <summary>The verdict alone, one line or two: for listeners that were not asked about in particular.</summary>
    public static void WriteShort(Listener listener, Decision decision, ReportStyle style, StringBuilder output) => Head(new Page(output, style), listener, decision);

    /// <summary>The trace alone, for reports that show a witness.</summary>
    internal static void Trace(Page page, Decision decision)
    {
        RuleList? list = null;
        var first = true;
        foreach (var step in decision.Trace)
        {
            if (step.List is { } now && !ReferenceEquals(now, list))
            {
                page.Entry(first ? "trace" : "", Page.Indent + (2 * step.Depth), now.Name, ink: Ink.Faint);
                first = false;
                list = now;
            }

            if (step.Rule is not { } rule) continue;
            var indent = Page.Indent + 2 + (2 * step.Depth);
            var decides = step.Verdict is not Verdict.Next;
            page.Entry("", indent, rule.Text, $"{DecisionWords.Outcome(step)}  {rule.Origin}", decides ? Ink.Strong : Ink.Plain, decides ? Ink.Plain : Ink.Faint);
            if (step.Answer.Key is { } key) page.Entry("", indent + 2, step.Answer.IsFault ? key : $"by {key}", step.Answer.At?.ToString());
        }
    }

    private static void Head(Page page, Listener listener, Decision decision)
    {
        var (says, ink) = DecisionWords.Verdict(decision);
        page.Entry("", 0, $"{DecisionWords.Of(listener)} {says}", ink: ink);
        if (Deciding(decision) is not { } step) return;
        var by = step.Rule is { } rule ? $"{rule.Text}, {rule.Origin}" : "no rule decided";
        page.Entry("", Page.Indent, $"{DecisionWords.Phase(decision.Phase)}, by {by}");
    }

    private static TraceStep? Deciding(Decision decision)
    {
        if (decision.Kind == DecisionKind.Depends) return null;
        for (var i = decision.Trace.Length - 1; i >= 0; i--)
        {
            var step = decision.Trace[i];
            if (step is { Verdict: not (Verdict.Next or Verdict.Leave or Verdict.Enter), IsOnlyWarned: false }) return step;
        }

        return null;
    }
}
