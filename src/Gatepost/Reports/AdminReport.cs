using System.Text;
using Gatepost.Diagnoses;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Reports;

/// <summary>
/// One diagnosis as text for an administrator: the verdict first, then what was said and by whom, what it rests on,
/// what to do and who must do it, what it is not, and what is open. Facts stand at the left, where they were seen at the right.
/// </summary>
public static partial class AdminReport
{
    /// <summary>Appends the report; its last line ends in a line feed.</summary>
    public static void Write(Diagnosis diagnosis, ReportStyle style, StringBuilder output)
    {
        var page = new Page(output, style);
        if (diagnosis.Refusal.Kind is not (RefusalKind.Failed or RefusalKind.Delayed))
        {
            NoRefusal(page, diagnosis);
            return;
        }

        Verdict(page, diagnosis);
        Case(page, diagnosis, style.Verbose);
        Reasons(page, diagnosis, style.Verbose);
        Fixes(page, diagnosis);
        List(page, "not", diagnosis.RuledOut.Select(static r => $"{r.Cause.Id} {r.Cause.Name}: {r.Because}"));
        Open(page, diagnosis);
        DoNot(page, diagnosis.Cause.DoNot);
        Next(page, diagnosis);
        List(page, "note", diagnosis.Refusal.Notes);
        if (style.Verbose) Details(page, diagnosis);
    }

    internal static void Verdict(Page page, Diagnosis d)
    {
        var ink = d.Confidence switch { Confidence.High => Ink.Good, Confidence.Medium => Ink.Caution, _ => Ink.Bad };
        page.Entry("", 0, $"{d.Cause.Id} {d.Cause.Name}: {d.Cause.Title}",
            $"confidence {Names.Of(d.Confidence)} · owner: {Words.Owner(d.Owner)}", Ink.Strong, rightInk: ink);
    }

    private static void Case(Page page, Diagnosis d, bool verbose)
    {
        var r = d.Refusal;
        var said = Words.Said(d);
        if (said.Length > 0) page.Entry("", 2, said, ink: Ink.Strong);
        if (Shown.Enhanced(d) is { } status) Meaning(page, status);

        var server = Words.RefusingServer(r);
        var isSilent = r.Phase == SmtpPhase.Connect && r.Reply.Code is null;
        var verb = isSilent && server is not null ? "could not be reached for" : r.Kind == RefusalKind.Delayed ? "put off" : "refused";
        var what = Words.NotEmpty(r.Recipient) ?? "the message";
        var phase = isSilent ? "" : Words.Phase(r.Phase);
        page.Entry("", 2, (server is null ? $"{verb}: {what}" : $"{server} {verb} {what}") + (phase.Length > 0 ? " " + phase : "")
            + (Words.NotEmpty(r.OriginalRecipient) is { } first && first != r.Recipient ? $" (first sent to {first})" : ""),
            Words.Where(r.Source));

        page.Pieces(2, About(r, server));
        if (!verbose) return;
        if (Words.NotEmpty(r.Explanation) is { } words && !said.Contains(words)) page.Entry("", 2, words, "reporter's words");
    }

    private static void Meaning(Page page, EnhancedStatus status)
    {
        if (EnhancedStatusRegistry.Find(status) is { } meaning)
            page.Entry("", 2, $"{status} means: {meaning.Text}", meaning.Source, Ink.Faint);
        else if (EnhancedStatusRegistry.FindSubject(status.Subject) is { } subject)
            page.Entry("", 2, $"{status} is this server's own code; {status.Class}.{status.Subject}.x is about: {subject}", "RFC 3463", Ink.Faint);
    }

    private static IEnumerable<string> About(Refusal r, string? server)
    {
        if (r.Sender is { Length: 0 }) yield return "from <> (an automatic message)";
        else if (Words.NotEmpty(r.Sender) is { } sender) yield return "from " + sender;
        if (Words.NotEmpty(r.ClientAddress) is { } client)
            yield return Words.NotEmpty(r.ClientName) is { } name ? $"client {client} ({name})" : "client " + client;
        else if (Words.NotEmpty(r.ClientName) is { } name) yield return "client " + name;
        if (Words.NotEmpty(r.Login) is { } login) yield return "login " + login;
        if (Words.NotEmpty(r.ReportingMta) is { } reporter && reporter != server)
            yield return Words.NotEmpty(r.Software) is { } software ? $"reported by {reporter} ({software})" : "reported by " + reporter;
        else if (Words.NotEmpty(r.Software) is { } software) yield return "reported by " + software;
        if (r.Time is { } time) yield return Words.Time(time);
        if (Words.NotEmpty(r.QueueId) is { } id) yield return "queue id " + id;
    }

    private static void NoRefusal(Page page, Diagnosis d)
    {
        var r = d.Refusal;
        var whom = Words.NotEmpty(r.Recipient) ?? "its recipient";
        page.Entry("", 0, r.Kind switch
        {
            RefusalKind.Delivered => $"No refusal: the message to {whom} was delivered or passed on.",
            RefusalKind.Complaint => $"No refusal: a complaint. {Capital(whom)} reported the message as unwanted; stop sending to this address.",
            _ => $"No refusal: an automatic reply from {whom}, such as a notice of absence. The message arrived.",
        }, Words.Where(r.Source), Ink.Strong);
    }

    private static string Capital(string text) => text == "its recipient" ? "Its recipient" : text;
}
