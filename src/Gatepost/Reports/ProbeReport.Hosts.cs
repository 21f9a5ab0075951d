using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Smtp;

namespace Gatepost.Reports;

public static partial class ProbeReport
{
    private const int NarrowPage = 72;

    // A row for each address; what is wrong or worth knowing about it stands below.
    private static void Hosts(Page page, Observations seen)
    {
        var dialogs = seen.MxDialogs.Count > 0 ? seen.MxDialogs : seen.RefuserDialogs;
        if (dialogs.Count == 0) return;
        var rows = dialogs.Select(d => (Dialog: d, Answers: ProbeAnswers.Of(d, seen.Inquiry))).ToArray();
        var columns = new Columns(
            rows.Any(static r => r.Answers.Recipient is not null), rows.Any(static r => r.Answers.Postmaster is not null), rows.Any(static r => r.Answers.Foreign is not null));
        var isTable = page.Columns >= NarrowPage;
        var lead = seen.MxDialogs.Count > 0 ? "mx" : "server";
        if (isTable)
        {
            page.Entry(lead, In, seen.MxDialogs.Count > 0 ? "preference, host, address" : "host, address", columns.Head(), Ink.Faint);
            lead = "";
        }

        string? host = null;
        foreach (var (dialog, answers) in rows)
        {
            if (dialog.Plan.Host != host && dialog.Plan.Host != dialog.Plan.Address.Address.ToString())
            {
                host = dialog.Plan.Host;
                page.Entry(lead, In, Preference(seen, host) + host);
                lead = "";
            }

            var address = dialog.Plan.Address.Port == 25 ? dialog.Plan.Address.Address.ToString() : dialog.Plan.Address.ToString();
            if (isTable) page.Entry("", In + 3, address, columns.Row(dialog, answers), rightInk: Ink.Plain);
            else page.Entry(lead, In + 3, $"{address}: {Columns.Words(dialog, answers)}");
            lead = "";
            Said(page, dialog, answers);
            page.Pieces(In + 5, new[] { ProbeWords.Tls(dialog), ProbeWords.Auth(dialog), OtherName(dialog) }.Where(static p => p.Length > 0));
        }

        if (columns.HasForeign && isTable) page.Entry("", In, "foreign: an address at a domain that is not the server's", ink: Ink.Faint);
    }

    private static string Preference(Observations seen, string host) =>
        seen.Domain is { Route: not MailRoute.Implicit } survey
        && survey.Hosts.FirstOrDefault(h => string.Equals(h.Name, host, StringComparison.OrdinalIgnoreCase)) is { } mail ? $"{mail.Preference} " : "";

    // The words of the answer that matters, unless it is a plain yes; and what ended the dialog.
    private static void Said(Page page, DialogResult dialog, ProbeAnswers answers)
    {
        if (answers.First is { Reply: { } reply } first && first.IsAccepted != true)
            page.Entry("", In + 5, reply.ToString(), first.Phase == SmtpPhase.Mail ? "to MAIL FROM" : null, first.IsAccepted == false ? Ink.Bad : Ink.Caution);
        else if (answers is { Recipient.IsAccepted: true, Postmaster: { IsAccepted: false, Reply: { } no } })
            page.Entry("", In + 5, no.ToString(), "postmaster", Ink.Caution);
        if (!dialog.Outcome.IsComplete && answers.First?.Reply is null)
            page.Entry("", In + 5, dialog is { Outcome.Fault: DialogFault.Refused, Banner: { IsPermanent: not null } banner } ? banner.ToString() : ProbeWords.Fault(dialog), ink: Ink.Caution);
    }

    private static string OtherName(DialogResult dialog) =>
        dialog.Offer is { } offer && offer.Host.Length > 0 && !string.Equals(offer.Host.TrimEnd('.'), dialog.Plan.Host, StringComparison.OrdinalIgnoreCase) ? $"calls itself {offer.Host}" : "";

    private readonly record struct Columns(bool HasRecipient, bool HasPostmaster, bool HasForeign)
    {
        public string Head() =>
            (HasRecipient ? " recipient" : "") + (HasPostmaster ? " postmaster" : "") + (HasForeign ? "  foreign" : "") + "     time";

        public string Row(DialogResult dialog, ProbeAnswers answers) =>
            (HasRecipient ? ProbeWords.Code(answers.Recipient?.Reply).PadLeft(10) : "")
            + (HasPostmaster ? ProbeWords.Code(answers.Postmaster?.Reply).PadLeft(11) : "")
            + (HasForeign ? ProbeWords.Code(answers.Foreign?.Reply).PadLeft(9) : "")
            + ProbeWords.Duration(dialog.Elapsed).PadLeft(9);

        public static string Words(DialogResult dialog, ProbeAnswers answers)
        {
            List<string> words = [];
            if (answers.Recipient is { } r) words.Add("recipient " + ProbeWords.Code(r.Reply));
            if (answers.Postmaster is { } p) words.Add("postmaster " + ProbeWords.Code(p.Reply));
            if (answers.Foreign is { } f) words.Add("foreign " + ProbeWords.Code(f.Reply));
            words.Add(ProbeWords.Duration(dialog.Elapsed));
            return string.Join(", ", words);
        }
    }
}
