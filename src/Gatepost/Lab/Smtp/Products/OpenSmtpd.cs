using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Smtp.Products;

/// <summary>OpenSMTPD 6.8. It tells neither a denied relay from an unknown recipient nor knows the percent hack, and does not pipeline.</summary>
public sealed class OpenSmtpd : MailProduct
{
    /// <summary>The product.</summary>
    public static OpenSmtpd Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "opensmtpd";

    /// <inheritdoc/>
    public override string Greeting(string host, ClientView client) => $"220 {host} ESMTP OpenSMTPD";

    /// <inheritdoc/>
    public override string Hello(string host, string helo, ClientView client) => $"{host} Hello {helo} [{client.Address}], pleased to meet you";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions => ["8BITMIME", "ENHANCEDSTATUSCODES", "SIZE 36700160", "DSN", "HELP"];

    /// <inheritdoc/>
    public override string SenderOk(string sender) => "250 2.0.0 Ok";

    /// <inheritdoc/>
    public override string RecipientOk(string recipient) => "250 2.1.5 Destination address valid: Recipient ok";

    /// <inheritdoc/>
    public override string ResetOk => "250 2.0.0 Reset state";

    /// <inheritdoc/>
    public override string NoopOk => "250 2.0.0 Ok";

    /// <inheritdoc/>
    public override string Bye(string host) => "221 2.0.0 Bye";

    /// <inheritdoc/>
    public override string ReadyForTls => "220 2.0.0 Ready to start TLS";

    /// <inheritdoc/>
    public override string LoginOk => "235 2.0.0 Authentication succeeded";

    /// <inheritdoc/>
    public override string LoginRefused => "535 Authentication failed";

    /// <inheritdoc/>
    public override string RelayDenied(string recipient, ClientView client, ClientNameState name) => $"550 Invalid recipient: <{recipient}>";

    /// <inheritdoc/>
    public override string? RoutedAddress(string recipient, ClientView client) => null;

    /// <inheritdoc/>
    public override string UnknownRecipient(string recipient) => $"550 Invalid recipient: <{recipient}>";

    /// <inheritdoc/>
    public override string LoginRequired(string recipient, ClientView client) => "530 5.5.1 Invalid command: Must issue an AUTH command first";

    /// <inheritdoc/>
    public override string SenderNotOwn(string sender, string user) => $"550 Invalid sender: <{sender}>";

    /// <inheritdoc/>
    public override string Greylisted(string recipient, ClientView client) => "451 4.7.1 Greylisted, try again later";

    /// <inheritdoc/>
    public override string Blocked(string list, ClientView client) => $"550 Client [{client.Address}] listed at {list}";

    /// <inheritdoc/>
    public override string Busy(string host, ClientView client) => "421 4.3.0 Temporary Error";

    /// <inheritdoc/>
    public override string OutOfOrder(string wanted) => "503 5.5.1 Invalid command: Command not allowed at this point.";

    /// <inheritdoc/>
    public override string UnknownCommand(string command) => "500 5.5.1 Invalid command: Command unrecognized";
}
