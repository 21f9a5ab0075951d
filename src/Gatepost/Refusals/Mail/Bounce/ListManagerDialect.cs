namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>
/// A mailing list's manager (FML and kin) that will not pass a message on: the address that failed is the list's, and it
/// stands in the first sentence; addresses further down are for commands.
/// </summary>
internal sealed class ListManagerDialect : BounceDialect
{
    private static readonly string[] Said =
    [
        "not a member of this mailing list", "are not member", "duplicated message-id in", "not allowed to post to this mailing list", "posting to this list is restricted", "not subscribed to this list", "loop back warning", "unix from loop", "article was not distributed",
    ];

    /// <inheritdoc/>
    public override string Software => "fml";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Marks { get; } = ["fml", .. Said];

    /// <inheritdoc/>
    public override bool Recognises(BounceText text) => Array.Exists(Said, text.Says) || text.Mailer.StartsWith("fml", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override void Read(BounceText text, FindingList findings)
    {
        foreach (var line in text.Lines)
        {
            if (line.IsBlank) continue;
            foreach (var address in AddressFinder.All(line.Text, 4))
            {
                if (AddressFinder.All(text.To, 20).Contains(address, StringComparer.OrdinalIgnoreCase)) continue;
                findings.Add(new Finding { Recipient = address, Detail = DetailReader.Read(QuotedReply.OneLine(line.Text)) });
                return;
            }
        }

        // The manager's own address is the list's with "-admin" behind the local part.
        var manager = text.FromAddress;
        var admin = manager.IndexOf("-admin@", StringComparison.OrdinalIgnoreCase);
        if (admin > 0)
            findings.Add(new Finding { Recipient = manager.Remove(admin, "-admin".Length), Detail = SharedDetail.After(text, 0) });
    }
}
