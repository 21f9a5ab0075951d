namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>What Postfix says it rejects.</summary>
internal static class ReplyClass
{
    public const string Client = "Client host";
    public const string ReverseClient = "Unverified Client host";
    public const string Helo = "Helo command";
    public const string Sender = "Sender address";
    public const string Recipient = "Recipient address";
    public const string Login = "SASL login name";
    public const string Certificate = "Client certificate";
}
