using Gatepost.Mta.OpenSmtpd.Tables;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Conditions;

/// <summary>What of an attempt is looked up, in lower case.</summary>
internal static class SmtpdSubjects
{
    /// <summary>What the server calls a client without a name.</summary>
    public const string UnknownName = "<unknown>";

    /// <summary>The part of the attempt that it is taken from.</summary>
    public static Dimension Dimension(this SmtpdSubject subject) => subject switch
    {
        SmtpdSubject.Helo => Relay.Dimension.Helo,
        SmtpdSubject.ClientName or SmtpdSubject.ClientNameOrUnknown => Relay.Dimension.Name,
        SmtpdSubject.Login => Relay.Dimension.Login,
        SmtpdSubject.Sender or SmtpdSubject.WrittenSender => Relay.Dimension.Sender,
        _ => Relay.Dimension.Recipient,
    };

    /// <summary>The key; null where the attempt has none, so that nothing is looked up and the answer is no.</summary>
    public static string? Key(this SmtpdSubject subject, Session session) => subject switch
    {
        SmtpdSubject.Helo => Lower(session.Attempt.Helo),
        SmtpdSubject.ClientName => Lower(session.Attempt.Name.Name),
        SmtpdSubject.ClientNameOrUnknown => Lower(session.Attempt.Name.Name) ?? UnknownName,
        SmtpdSubject.Login => Lower(session.Attempt.Login?.User),
        SmtpdSubject.Sender => session.Sender.Address,
        SmtpdSubject.Recipient => session.Recipient.Address,
        SmtpdSubject.RecipientDomain => session.Recipient.Domain,
        SmtpdSubject.WrittenSender => Lower(SmtpdAddressing.PathOf(session.Attempt.MailFrom)),
        SmtpdSubject.WrittenRecipient => Lower(SmtpdAddressing.PathOf(session.Attempt.RcptTo)),
        _ => null,
    };

    /// <summary>In words.</summary>
    public static string Words(this SmtpdSubject subject) => subject switch
    {
        SmtpdSubject.Helo => "helo",
        SmtpdSubject.ClientName or SmtpdSubject.ClientNameOrUnknown => "client name",
        SmtpdSubject.Login => "login",
        SmtpdSubject.Sender or SmtpdSubject.WrittenSender => "sender",
        SmtpdSubject.RecipientDomain => "recipient domain",
        _ => "recipient",
    };

    private static string? Lower(string? text) => text is null ? null : AsciiText.Lower(text);
}
