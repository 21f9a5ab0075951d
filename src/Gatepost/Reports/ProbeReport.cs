using System.Text;
using Gatepost.Diagnoses;
using Gatepost.Evidence;

namespace Gatepost.Reports;

/// <summary>
/// One probe as text: the verdict first, then what each server said, what the DNS says, which ports are open, what to do and
/// who must do it, and where and when all this was seen.
/// </summary>
public static partial class ProbeReport
{
    private const int In = Page.Indent;

    /// <summary>Appends the report; its last line ends in a line feed.</summary>
    public static void Write(ProbeVerdict verdict, ReportStyle style, StringBuilder output) => Write(verdict, style, output, withReasons: true);

    /// <summary>The same; without reasons and fixes where they stand in another report beside it.</summary>
    internal static void Write(ProbeVerdict verdict, ReportStyle style, StringBuilder output, bool withReasons)
    {
        var page = new Page(output, style);
        var seen = verdict.Observations;
        page.Entry("", 0, verdict.Says.Length > 0 ? verdict.Says : "What became of the probe could not be found out.",
            ProbeWords.Verdict(verdict.Kind), Ink.Strong, ProbeWords.Ink(verdict.Kind));
        var isRefusal = verdict.Diagnosis is not null;
        if (verdict.Diagnosis is { } heading) AdminReport.Verdict(page, heading);

        Hosts(page, seen);
        Dns(page, seen);
        Ports(page, seen);
        if (withReasons && verdict.Diagnosis is { } diagnosis) Why(page, diagnosis, style.Verbose);
        Asked(page, seen);
        if (!seen.IsComplete) page.Entry("note", In, "The time ran out before everything was asked; a longer --timeout may tell more.", ink: Ink.Caution);
        if (!isRefusal && verdict.Kind == ProbeVerdictKind.Defers)
            page.Entry("note", In, "Servers that greylist put strangers off and take the second try: ask again in five minutes or more, from the same address.");
        if (style.Verbose) Wire(seen, output);
    }

    private static void Why(Page page, Diagnosis d, bool verbose)
    {
        AdminReport.Reasons(page, d, verbose);
        AdminReport.Fixes(page, d);
        AdminReport.List(page, "not", d.RuledOut.Select(static r => $"{r.Cause.Id} {r.Cause.Name}: {r.Because}"));
        AdminReport.Open(page, d);
        AdminReport.DoNot(page, d.Cause.DoNot);
        AdminReport.Next(page, d);
    }

    // A verdict holds for the place and time from which it was asked.
    private static void Asked(Page page, Observations seen)
    {
        var dialogs = seen.MxDialogs.Concat(seen.RefuserDialogs).ToArray();
        var when = dialogs.Select(static d => d.StartedAt).Where(static t => t != default).DefaultIfEmpty(seen.Domain?.Mx?.ObservedAt ?? default).Min();
        List<string> pieces = [];
        if (dialogs.Select(static d => d.LocalAddress?.Address.ToString()).OfType<string>().Distinct().ToArray() is { Length: > 0 } locals)
            pieces.Add("from " + string.Join(" and ", locals));
        if (dialogs.FirstOrDefault() is { } first) pieces.Add("as " + first.Plan.Helo);
        if (dialogs.FirstOrDefault(static d => d.Plan.Login is not null) is { Plan.Login: { } login, Login: { } result })
            pieces.Add($"login {login.User} by {result.Mechanism ?? "no mechanism"} {(result.Accepted ? "accepted" : "not accepted")}");
        if (when != default) pieces.Add(Words.Time(when));
        if (seen.Elapsed > TimeSpan.Zero) pieces.Add("in " + ProbeWords.Duration(seen.Elapsed));
        var lead = "asked";
        foreach (var line in Joined(pieces, page.Columns - In))
        {
            page.Entry(lead, In, line, ink: Ink.Faint);
            lead = "";
        }
    }

    private static void Wire(Observations seen, StringBuilder output)
    {
        foreach (var response in seen.Domain?.Wire ?? [])
        {
            if (ReferenceEquals(response, seen.Domain!.Wire[0])) output.Append('\n');
            ProbeWire.Append(output, response);
        }

        foreach (var dialog in seen.MxDialogs.Concat(seen.RefuserDialogs).Concat(seen.PortDialogs))
            ProbeWire.Append(output.Append('\n'), dialog);
    }

    // Pieces with · between them, broken between pieces.
    private static IEnumerable<string> Joined(IEnumerable<string> pieces, int width)
    {
        var line = "";
        foreach (var piece in pieces)
        {
            if (piece.Length == 0) continue;
            var next = line.Length == 0 ? piece : $"{line} · {piece}";
            if (line.Length > 0 && DisplayWidth.Of(Escape.Line(next)) > width)
            {
                yield return line;
                next = piece;
            }

            line = next;
        }

        if (line.Length > 0) yield return line;
    }
}
