namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>Where a restriction list is asked: what its refusals name, and what is known by then.</summary>
/// <param name="List">The parameter.</param>
/// <param name="Place">The place in a reply's text for what is refused: <c>{recipient}</c>.</param>
/// <param name="ReplyClass">What it is called.</param>
/// <param name="BareCheck">The check that a bare <c>type:table</c> stands for.</param>
internal sealed record ListContext(string List, string Place, string ReplyClass, string BareCheck)
{
    /// <summary>True where the HELO name is known.</summary>
    public bool KnowsHelo { get; init; } = true;

    /// <summary>True where the sender is known.</summary>
    public bool KnowsSender { get; init; } = true;

    /// <summary>True where the recipient is known.</summary>
    public bool KnowsRecipient { get; init; } = true;

    /// <summary>True where it is known whether the client has logged in.</summary>
    public bool KnowsLogin { get; init; } = true;

    /// <summary>True where it is known whether the session is encrypted; before, it is not.</summary>
    public bool KnowsTls { get; init; } = true;

    /// <summary>smtpd_client_restrictions.</summary>
    public static ListContext Client { get; } = new("smtpd_client_restrictions", "{client}", Restrictions.ReplyClass.Client, "check_client_access");

    /// <summary>smtpd_helo_restrictions.</summary>
    public static ListContext Helo { get; } = new("smtpd_helo_restrictions", "{helo}", Restrictions.ReplyClass.Helo, "check_helo_access");

    /// <summary>smtpd_sender_restrictions.</summary>
    public static ListContext Sender { get; } = new("smtpd_sender_restrictions", "{sender}", Restrictions.ReplyClass.Sender, "check_sender_access");

    /// <summary>smtpd_relay_restrictions.</summary>
    public static ListContext Relay { get; } = new("smtpd_relay_restrictions", "{recipient}", Restrictions.ReplyClass.Recipient, "check_recipient_access");

    /// <summary>smtpd_recipient_restrictions.</summary>
    public static ListContext Recipient { get; } = Relay with { List = "smtpd_recipient_restrictions" };
}
