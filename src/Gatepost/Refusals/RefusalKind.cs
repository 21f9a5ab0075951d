namespace Gatepost.Refusals;

/// <summary>What a report says became of the message for this recipient.</summary>
public enum RefusalKind
{
    /// <summary>Refused for good, or given up on.</summary>
    Failed,
    /// <summary>Refused for now; the sending server will try again.</summary>
    Delayed,
    /// <summary>Not a refusal: delivered, relayed or expanded (a positive delivery status notification).</summary>
    Delivered,
    /// <summary>Not a refusal: a complaint of a recipient (ARF, RFC 5965).</summary>
    Complaint,
    /// <summary>Not a refusal: an automatic reply (RFC 3834), such as a vacation notice.</summary>
    AutoReply,
}
