using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;

namespace Gatepost.Reports;

/// <summary>The answers of one dialog by what was asked: the recipient, the domain's postmaster, an address at a domain that is not the server's.</summary>
internal readonly record struct ProbeAnswers(RecipientAnswer? Recipient, RecipientAnswer? Postmaster, RecipientAnswer? Foreign)
{
    public static ProbeAnswers Of(DialogResult dialog, Inquiry inquiry)
    {
        RecipientAnswer? recipient = null, postmaster = null, foreign = null;
        foreach (var answer in dialog.Recipients)
        {
            if (inquiry.Recipient is { } asked && string.Equals(answer.Recipient, asked, StringComparison.OrdinalIgnoreCase)) recipient ??= answer;
            else if (IsPostmaster(answer.Recipient, inquiry.Domain)) postmaster ??= answer;
            else if (Words.Domain(answer.Recipient) is { } domain && !string.Equals(domain, inquiry.Domain, StringComparison.OrdinalIgnoreCase)) foreign ??= answer;
            else recipient ??= answer;
        }

        return new(recipient, postmaster, foreign);
    }

    /// <summary>The answer that a reader looks at first: the recipient's, else the postmaster's.</summary>
    public RecipientAnswer? First => Recipient ?? Postmaster;

    private static bool IsPostmaster(string recipient, string? domain) =>
        recipient.StartsWith("postmaster", StringComparison.OrdinalIgnoreCase)
        && (recipient.Length == 10 || (recipient[10] == '@' && string.Equals(recipient[11..], domain, StringComparison.OrdinalIgnoreCase)));
}
