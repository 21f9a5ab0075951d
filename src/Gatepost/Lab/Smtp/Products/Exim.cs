using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Smtp.Products;

/// <summary>Exim 4.96 with its default access lists, and greylistd for greylisting.</summary>
public sealed class Exim : MailProduct
{
    /// <summary>The product.</summary>
    public static Exim Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "exim";

    /// <inheritdoc/>
    public override string Greeting(string host, ClientView client) => $"220 {host} ESMTP Exim 4.96 {client.Date}";

    /// <inheritdoc/>
    public override string Hello(string host, string helo, ClientView client) => $"{host} Hello {helo} [{client.Address}]";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions => ["SIZE 52428800", "8BITMIME", "PIPELINING", "PIPECONNECT", "CHUNKING", "PRDR", "HELP"];

    /// <inheritdoc/>
    public override string SenderOk(string sender) => "250 OK";

    /// <inheritdoc/>
    public override string RecipientOk(string recipient) => "250 Accepted";

    /// <inheritdoc/>
    public override string ResetOk => "250 Reset OK";

    /// <inheritdoc/>
    public override string NoopOk => "250 OK";

    /// <inheritdoc/>
    public override string Bye(string host) => $"221 {host} closing connection";

    /// <inheritdoc/>
    public override string ReadyForTls => "220 TLS go ahead";

    /// <inheritdoc/>
    public override string LoginOk => "235 Authentication succeeded";

    /// <inheritdoc/>
    public override string LoginRefused => "535 Incorrect authentication data";

    /// <inheritdoc/>
    public override string RelayDenied(string recipient, ClientView client, ClientNameState name) => "550 relay not permitted";

    /// <inheritdoc/>
    public override string? RoutedAddress(string recipient, ClientView client) => "550 Restricted characters in address";

    /// <inheritdoc/>
    public override string UnknownRecipient(string recipient) => "550 Unrouteable address";

    /// <inheritdoc/>
    public override string LoginRequired(string recipient, ClientView client) => "550 relay not permitted, authentication required";

    /// <inheritdoc/>
    public override bool JudgesAtMail => false;

    /// <inheritdoc/>
    public override string SenderNotOwn(string sender, string user) => $"550 {sender} is not a sender address of {user}";

    /// <inheritdoc/>
    public override string Greylisted(string recipient, ClientView client) => $"451 {client.Address} is greylisted. Please try again later";

    /// <inheritdoc/>
    public override string Blocked(string list, ClientView client) => $"550 rejected because {client.Address} is in a black list at {list}";

    /// <inheritdoc/>
    public override string Busy(string host, ClientView client) => "421 Too many concurrent SMTP connections; please try again later.";

    /// <inheritdoc/>
    public override string OutOfOrder(string wanted) => wanted == "MAIL" ? "503 sender not yet given" : "503 HELO or EHLO required";

    /// <inheritdoc/>
    public override string UnknownCommand(string command) => "500 unrecognized command";
}
