using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Smtp.Products;

/// <summary>Sendmail 8.17, with milter-greylist for greylisting.</summary>
public sealed class Sendmail : MailProduct
{
    /// <summary>The product.</summary>
    public static Sendmail Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "sendmail";

    /// <inheritdoc/>
    public override string Greeting(string host, ClientView client) => $"220 {host} ESMTP Sendmail 8.17.1.9/8.17.1.9; {client.Date}";

    /// <inheritdoc/>
    public override string Hello(string host, string helo, ClientView client) => $"{host} Hello [{client.Address}], pleased to meet you";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions => ["ENHANCEDSTATUSCODES", "PIPELINING", "8BITMIME", "SIZE", "DSN", "ETRN", "DELIVERBY", "HELP"];

    /// <inheritdoc/>
    public override string SenderOk(string sender) => $"250 2.1.0 <{sender}>... Sender ok";

    /// <inheritdoc/>
    public override string RecipientOk(string recipient) => $"250 2.1.5 <{recipient}>... Recipient ok";

    /// <inheritdoc/>
    public override string ResetOk => "250 2.0.0 Reset state";

    /// <inheritdoc/>
    public override string NoopOk => "250 2.0.0 OK";

    /// <inheritdoc/>
    public override string Bye(string host) => $"221 2.0.0 {host} closing connection";

    /// <inheritdoc/>
    public override string ReadyForTls => "220 2.0.0 Ready to start TLS";

    /// <inheritdoc/>
    public override string LoginOk => "235 2.0.0 OK Authenticated";

    /// <inheritdoc/>
    public override string LoginRefused => "535 5.7.0 authentication failed";

    /// <inheritdoc/>
    public override string RelayDenied(string recipient, ClientView client, ClientNameState name) => name switch
    {
        ClientNameState.Missing => $"550 5.7.1 <{recipient}>... Relaying denied. IP name lookup failed [{client.Address}]",
        ClientNameState.Unmatched => $"550 5.7.1 <{recipient}>... Relaying denied. IP name possibly forged [{client.Address}]",
        ClientNameState.Failed => $"450 4.4.0 <{recipient}>... Relaying temporarily denied. Cannot resolve PTR record for {client.Address}",
        _ => $"550 5.7.1 <{recipient}>... Relaying denied",
    };

    /// <inheritdoc/>
    public override string UnknownRecipient(string recipient) => $"550 5.1.1 <{recipient}>... User unknown";

    /// <inheritdoc/>
    public override string LoginRequired(string recipient, ClientView client) => "530 5.7.0 Authentication required";

    /// <inheritdoc/>
    public override string SenderNotOwn(string sender, string user) => $"553 5.7.1 <{sender}>... Sender address is not {user}'s";

    /// <inheritdoc/>
    public override string Greylisted(string recipient, ClientView client) => "451 4.7.1 Greylisting in action, please come back in 00:05:00";

    /// <inheritdoc/>
    public override string Blocked(string list, ClientView client) => $"550 5.7.1 Rejected: {client.Address} listed at {list}";

    /// <inheritdoc/>
    public override string Busy(string host, ClientView client) => "421 4.3.2 Connection rate limit exceeded.";

    /// <inheritdoc/>
    public override string OutOfOrder(string wanted) => wanted == "EHLO" ? "503 5.0.0 Polite people say HELO first" : $"503 5.0.0 Need {wanted} before RCPT";

    /// <inheritdoc/>
    public override string UnknownCommand(string command) => $"500 5.5.1 Command unrecognized: \"{command}\"";
}
