using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Smtp.Products;

/// <summary>Postfix 3.7, with postgrey for greylisting.</summary>
public sealed class Postfix : MailProduct
{
    /// <summary>The product.</summary>
    public static Postfix Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "postfix";

    /// <inheritdoc/>
    public override string Greeting(string host, ClientView client) => $"220 {host} ESMTP Postfix";

    /// <inheritdoc/>
    public override string Hello(string host, string helo, ClientView client) => host;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions => ["PIPELINING", "SIZE 10240000", "VRFY", "ETRN", "ENHANCEDSTATUSCODES", "8BITMIME", "DSN", "SMTPUTF8", "CHUNKING"];

    /// <inheritdoc/>
    public override string SenderOk(string sender) => "250 2.1.0 Ok";

    /// <inheritdoc/>
    public override string RecipientOk(string recipient) => "250 2.1.5 Ok";

    /// <inheritdoc/>
    public override string ResetOk => "250 2.0.0 Ok";

    /// <inheritdoc/>
    public override string Bye(string host) => "221 2.0.0 Bye";

    /// <inheritdoc/>
    public override string ReadyForTls => "220 2.0.0 Ready to start TLS";

    /// <inheritdoc/>
    public override string LoginOk => "235 2.7.0 Authentication successful";

    /// <inheritdoc/>
    public override string LoginRefused => "535 5.7.8 Error: authentication failed: (reason unavailable)";

    /// <inheritdoc/>
    public override string RelayDenied(string recipient, ClientView client, ClientNameState name) => $"554 5.7.1 <{recipient}>: Relay access denied";

    /// <inheritdoc/>
    public override string UnknownRecipient(string recipient) => $"550 5.1.1 <{recipient}>: Recipient address rejected: User unknown in virtual mailbox table";

    /// <inheritdoc/>
    public override string LoginRequired(string recipient, ClientView client) => $"554 5.7.1 <unknown[{client.Address}]>: Client host rejected: Access denied";

    /// <inheritdoc/>
    public override bool JudgesAtMail => false;

    /// <inheritdoc/>
    public override string SenderNotOwn(string sender, string user) => $"553 5.7.1 <{sender}>: Sender address rejected: not owned by user {user}";

    /// <inheritdoc/>
    public override string Greylisted(string recipient, ClientView client) =>
        $"450 4.2.0 <{recipient}>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/{recipient[(recipient.LastIndexOf('@') + 1)..]}.html";

    /// <inheritdoc/>
    public override string Blocked(string list, ClientView client) => $"554 5.7.1 Service unavailable; Client host [{client.Address}] blocked using {list}";

    /// <inheritdoc/>
    public override string Busy(string host, ClientView client) => $"421 4.7.0 {host} Error: too many connections from {client.Address}";

    /// <inheritdoc/>
    public override string OutOfOrder(string wanted) => wanted == "EHLO" ? "503 5.5.1 Error: send HELO/EHLO first" : $"503 5.5.1 Error: need {wanted} command";

    /// <inheritdoc/>
    public override string UnknownCommand(string command) => "502 5.5.2 Error: command not recognized";
}
