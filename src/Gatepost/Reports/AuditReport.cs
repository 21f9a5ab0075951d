using System.Globalization;
using System.Text;
using Gatepost.Audits;
using Gatepost.Mta;
using Gatepost.Relay;
using Gatepost.Relay.Proof;

namespace Gatepost.Reports;

/// <summary>An audit as text: the verdict first, then the proof or the witness, what both rest on, the findings, and how far the configuration was understood.</summary>
public static class AuditReport
{
    /// <summary>Appends the report; its last line ends in a line feed.</summary>
    /// <param name="subject">The configuration as the user named it.</param>
    /// <param name="audit">The audit.</param>
    /// <param name="style">How it is to look; verbose also lists every setting.</param>
    /// <param name="output">Where to.</param>
    public static void Write(string subject, Audit audit, ReportStyle style, StringBuilder output)
    {
        var page = new Page(output, style);
        var (says, ink) = audit.Verdict switch
        {
            AuditVerdict.Open => ("is an open relay", Ink.Bad),
            AuditVerdict.Closed => ("is no open relay: proved for every attempt", Ink.Good),
            _ => ("may be an open relay or not: it is not proved", Ink.Caution),
        };
        page.Entry("", 0, $"{subject} {says}", AuditWords.Server(audit.Configuration), ink);
        Proofs(page, audit);
        Rests(page, audit);
        FindingKind? last = null;
        foreach (var finding in audit.Findings)
        {
            Finding(page, finding, audit, isFirst: finding.Kind != last);
            last = finding.Kind;
        }

        if (audit.Listeners.FirstOrDefault(static l => l.Relay is { Status: ProofStatus.Witness }) is { Relay: { Witness: { } witness, Decision: { } decision } } open)
        {
            page.Entry("witness", Page.Indent, $"client {DecisionWords.Client(witness)}", DecisionWords.Of(open.Policy.Listener));
            page.Entry("", Page.Indent, DecisionWords.Session(witness));
            page.Entry("", Page.Indent, $"from {DecisionWords.Path(witness.MailFrom)} to {DecisionWords.Path(witness.RcptTo)}");
            DecisionReport.Trace(page, decision);
        }

        Coverage(page, audit.Configuration, style.Verbose);
    }

    private static void Proofs(Page page, Audit audit)
    {
        foreach (var (verdict, lead, ink) in (ReadOnlySpan<(AuditVerdict, string, Ink)>)[(AuditVerdict.Open, "open", Ink.Bad), (AuditVerdict.Unknown, "unknown", Ink.Caution), (AuditVerdict.Closed, "proved", Ink.Plain)])
        {
            var first = true;
            foreach (var listener in audit.Listeners.Where(l => l.Verdict == verdict))
            {
                page.Entry(first ? lead : "", Page.Indent, AuditWords.Proof(listener), listener.Policy.Listener.Origin.ToString(), ink);
                first = false;
            }
        }
    }

    // What the answer takes for granted: networks, and what the outside answers.
    private static void Rests(Page page, Audit audit)
    {
        var trusted = audit.Options.ProofOf(audit.Configuration).Strangers.Trusted.Select(static n => n.ToString()).Distinct();
        page.Entry("trusted", Page.Indent, string.Join(", ", trusted) + (audit.Options.Trusted.IsEmpty ? " and private addresses; name others with --trust" : ""));
        var suppositions = audit.Listeners.SelectMany(static l => l.Relay is { Status: ProofStatus.Proved } proved ? proved.Suppositions : []).Select(static s => s.Text).Distinct(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < suppositions.Length; i++) page.Entry(i == 0 ? "assumed" : "", Page.Indent, suppositions[i]);
    }

    private static void Finding(Page page, Finding finding, Audit audit, bool isFirst)
    {
        var ink = finding.Severity switch { Severity.Error => Ink.Bad, Severity.Warning => Ink.Caution, _ => Ink.Plain };
        page.Entry(finding.Kind.Id, Page.Indent, $"{AuditWords.Of(finding.Severity)}: {finding.What}", finding.Origin?.ToString(), ink);
        if (finding.Listeners.Count > 0 && audit.Listeners.Length > 1) page.Entry("", Page.Indent, "at " + string.Join(", ", finding.Listeners));
        if (isFirst) page.Entry("", Page.Indent, finding.Kind.Why, ink: Ink.Faint);
        page.Entry("", Page.Indent, $"To do: {finding.Remedy ?? finding.Kind.Remedy}");
        if (isFirst && finding.Kind.Risk is not "None.") page.Entry("", Page.Indent, $"Mind: {finding.Kind.Risk}", ink: Ink.Faint);
    }

    private static void Coverage(Page page, Configuration configuration, bool all)
    {
        var counts = configuration.Coverage.CountBy(static c => c.Coverage).ToDictionary();
        page.Entry("coverage", Page.Indent, string.Join(", ",
            $"{Number(configuration.Coverage.Length)} settings: {Count(Relay.Coverage.Understood)} understood",
            $"{Count(Relay.Coverage.Irrelevant)} without effect on relaying",
            $"{Count(Relay.Coverage.Conditional)} answered outside",
            $"{Number(counts.GetValueOrDefault(Relay.Coverage.NotModelled) + counts.GetValueOrDefault(Relay.Coverage.Unrecognised))} not understood"));
        foreach (var line in configuration.Coverage)
        {
            if (!all && !line.PreventsProof) continue;
            page.Entry("", Page.Indent, line.Setting, $"{AuditWords.Of(line.Coverage)}  {line.Origin}", rightInk: line.PreventsProof ? Ink.Caution : Ink.Faint);
            if (line.Because is { } because) page.Entry("", Page.Indent + 2, because, ink: Ink.Faint);
        }

        string Count(Coverage of) => Number(counts.GetValueOrDefault(of));

        static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
    }
}
