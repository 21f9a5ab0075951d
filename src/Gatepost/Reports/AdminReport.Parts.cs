using Gatepost.Diagnoses;

namespace Gatepost.Reports;

public static partial class AdminReport
{
    private const int In = Page.Indent;

    internal static void Reasons(Page page, Diagnosis d, bool verbose)
    {
        var lead = "because";
        foreach (var fact in d.Evidence)
        {
            page.Entry(lead, In, fact.Says, fact.Provenance);
            lead = "";
            if (verbose)
                page.Entry("", In + 2, $"{fact.Kind} {fact.Subject} = {fact.Value}",
                    fact.ObservedAt is { } time ? Words.Time(time) : null, Ink.Faint);
        }

        page.Entry("so", In, d.Cause.Why);
        if (d.ConfidenceBecause.Length > 0)
            page.Entry("", In, $"Confidence {Names.Of(d.Confidence)}: {d.ConfidenceBecause}", ink: Ink.Faint);
    }

    internal static void Fixes(Page page, Diagnosis d)
    {
        for (var i = 0; i < d.Fixes.Count; i++)
        {
            var fix = d.Fixes[i];
            var lead = (i == 0 ? "fix" : "").PadRight(In) + (d.Fixes.Count == 1 ? "" : (char)('a' + Math.Min(i, 25)) + "  ");
            var indent = d.Fixes.Count == 1 ? In : In + 3;
            var note = $"{Words.Owner(fix.Who)} · {Words.Risk(fix.Risk)}";
            if (fix.OnlyIf is { Length: > 0 } condition)
            {
                page.Entry(lead, indent, $"Only if {Words.Condition(condition)}:", null, Ink.Caution);
                lead = "";
            }

            for (var s = 0; s < fix.Steps.Count; s++)
            {
                var last = s == fix.Steps.Count - 1;
                if (fix.Steps.Count == 1) page.Entry(lead, indent, fix.Steps[s], note);
                else
                    page.Entry(lead.PadRight(indent) + $"{s + 1}. ", indent + 3, fix.Steps[s], last ? note : null);
                lead = "";
            }
        }
    }

    internal static void Open(Page page, Diagnosis d)
    {
        var open = new List<string>(d.Unknown);
        if (open.Count == 0 && d.Confidence != Confidence.High && d.Cause.Decides is { Length: > 0 } decides) open.Add(decides);
        if (d.Alternatives.Count > 0)
            open.Add("It could also be " + string.Join(", ", d.Alternatives.Select(
                static a => $"{a.Cause.Id} {a.Cause.Name} ({Names.Of(a.Confidence)})")) + ".");
        List(page, "open", open);
    }

    internal static void List(Page page, string lead, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            page.Entry(lead, In, line);
            lead = "";
        }
    }

    // The label says it already, where every sentence begins so.
    internal static void DoNot(Page page, IReadOnlyList<string> warnings)
    {
        const string Opening = "Do not ";
        var bare = warnings.All(static w => w.StartsWith(Opening, StringComparison.Ordinal));
        List(page, "do not", bare ? warnings.Select(static w => w[Opening.Length..]) : warnings);
    }

    internal static void Next(Page page, Diagnosis d)
    {
        var lead = "next";
        foreach (var command in d.Next)
        {
            page.Command(lead, In, command);
            lead = "";
        }
    }

    // What else was read, for -v.
    private static void Details(Page page, Diagnosis d)
    {
        var r = d.Refusal;
        var lead = "read";
        void Field(string name, string? value)
        {
            if (Words.NotEmpty(value) is null) return;
            page.Entry(lead, In, $"{name}: {value}");
            lead = "";
        }

        Field("format", Names.Of(r.Format));
        Field("reason", Names.Of(d.Reason));
        Field("command", r.Command);
        Field("reported status", r.ReportedStatus?.ToString());
        Field("remote address", r.RemoteAddress + (r.RemotePort is { } port ? $" port {port}" : ""));
        Field("HELO", r.Helo);
        Field("AUTH", r.Auth == Refusals.AuthState.Unknown ? null : Names.Of(r.Auth));
        if (r.Original is not { } mail) return;
        Field("returned message", mail.HeadersOnly ? "headers only" : "whole or in part");
        Field("Return-Path", mail.ReturnPath is { Length: 0 } ? "<>" : mail.ReturnPath);
        Field("From", mail.From);
        Field("To", mail.To);
        Field("Subject", mail.Subject);
        Field("Date", mail.Date);
        Field("Message-ID", mail.MessageId);
        Field("In-Reply-To", mail.InReplyTo);
        Field("Auto-Submitted", mail.AutoSubmitted);
        Field("automatic reply", mail.AutoReplyHint);
        Field("Precedence", mail.Precedence);
        Field("spam mark", mail.SpamMark);
    }
}
