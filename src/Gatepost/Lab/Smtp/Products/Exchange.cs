using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Smtp.Products;

/// <summary>Exchange 2019 on premises.</summary>
public class Exchange : MailProduct
{
    /// <summary>The product.</summary>
    public static Exchange Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "exchange";

    /// <inheritdoc/>
    public override string Greeting(string host, ClientView client) => $"220 {host} Microsoft ESMTP MAIL Service ready at {client.Date}";

    /// <inheritdoc/>
    public override string Hello(string host, string helo, ClientView client) => $"{host} Hello [{client.Address}]";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions => ["SIZE 37748736", "PIPELINING", "DSN", "ENHANCEDSTATUSCODES", "8BITMIME", "BINARYMIME", "CHUNKING"];

    /// <inheritdoc/>
    public override string Mechanisms => "LOGIN PLAIN";

    /// <inheritdoc/>
    public override string SenderOk(string sender) => "250 2.1.0 Sender OK";

    /// <inheritdoc/>
    public override string RecipientOk(string recipient) => "250 2.1.5 Recipient OK";

    /// <inheritdoc/>
    public override string ResetOk => "250 2.0.0 Resetting";

    /// <inheritdoc/>
    public override string NoopOk => "250 2.0.0 OK";

    /// <inheritdoc/>
    public override string Bye(string host) => "221 2.0.0 Service closing transmission channel";

    /// <inheritdoc/>
    public override string ReadyForTls => "220 2.0.0 SMTP server ready";

    /// <inheritdoc/>
    public override string LoginOk => "235 2.7.0 Authentication successful";

    /// <inheritdoc/>
    public override string LoginRefused => "535 5.7.3 Authentication unsuccessful";

    /// <inheritdoc/>
    public override string RelayDenied(string recipient, ClientView client, ClientNameState name) => "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain";

    /// <inheritdoc/>
    public override string UnknownRecipient(string recipient) => "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup";

    /// <inheritdoc/>
    public override string LoginRequired(string recipient, ClientView client) => "530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM";

    /// <inheritdoc/>
    public override string SenderNotOwn(string sender, string user) => "550 5.7.60 SMTP; Client does not have permissions to send as this sender";

    /// <inheritdoc/>
    public override string Greylisted(string recipient, ClientView client) => "451 4.7.0 Temporary server error. Please try again later.";

    /// <inheritdoc/>
    public override string Blocked(string list, ClientView client) => $"550 5.7.1 Recipient not authorized, your IP {client.Address} has been found on a block list ({list})";

    /// <inheritdoc/>
    public override string Busy(string host, ClientView client) => "421 4.3.2 Service not available";

    /// <inheritdoc/>
    public override string OutOfOrder(string wanted) => wanted == "EHLO" ? "503 5.5.2 Send hello first" : "503 5.5.2 Need mail command";

    /// <inheritdoc/>
    public override string UnknownCommand(string command) => "500 5.3.3 Unrecognized command";
}
