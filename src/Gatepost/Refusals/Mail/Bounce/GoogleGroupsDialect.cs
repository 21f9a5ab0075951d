namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>
/// Google Groups: a letter in the sender's language that quotes no reply, "the group that you tried to contact may not exist, or
/// you may not have permission to post", with four possible reasons as a list and a link to the help of groups or of the domain.
/// </summary>
internal sealed class GoogleGroupsDialect : BounceDialect
{
    /// <inheritdoc/>
    public override string Software => "googlegroups";

    /// <inheritdoc/>
    public override bool Recognises(BounceText text) =>
        text.FailedRecipients.Length > 0
        && (text.Says("groups.google.com/support") || text.Says("\ngoogle groups") || (text.Says("support.google.com/a/") && text.Says("\n* ")))
        && !SharedDetail.After(text, 0).HasCode;

    /// <inheritdoc/>
    public override void Read(BounceText text, FindingList findings)
    {
        var detail = new Detail { Explanation = QuotedReply.OneLine(text.Report) };
        foreach (var address in text.FailedAddresses) findings.Add(new Finding { Recipient = address, Detail = detail });
    }
}
