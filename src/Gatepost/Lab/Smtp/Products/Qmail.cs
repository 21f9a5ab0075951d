using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Smtp.Products;

/// <summary>netqmail 1.06. Its HELO answer names no client, and its refusals have their status at the end.</summary>
public sealed class Qmail : MailProduct
{
    /// <summary>The product.</summary>
    public static Qmail Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "qmail";

    /// <inheritdoc/>
    public override string Greeting(string host, ClientView client) => $"220 {host} ESMTP";

    /// <inheritdoc/>
    public override string Hello(string host, string helo, ClientView client) => host;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions => ["PIPELINING", "8BITMIME"];

    /// <inheritdoc/>
    public override string SenderOk(string sender) => "250 ok";

    /// <inheritdoc/>
    public override string RecipientOk(string recipient) => "250 ok";

    /// <inheritdoc/>
    public override string ResetOk => "250 flushed";

    /// <inheritdoc/>
    public override string NoopOk => "250 ok";

    /// <inheritdoc/>
    public override string Bye(string host) => $"221 {host}";

    /// <inheritdoc/>
    public override string ReadyForTls => "220 ready for tls";

    /// <inheritdoc/>
    public override string LoginOk => "235 ok, go ahead (#2.0.0)";

    /// <inheritdoc/>
    public override string LoginRefused => "535 authorization failed (#5.7.0)";

    /// <inheritdoc/>
    public override string RelayDenied(string recipient, ClientView client, ClientNameState name) => "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)";

    /// <inheritdoc/>
    public override string UnknownRecipient(string recipient) => "550 sorry, no mailbox here by that name. (#5.7.17)";

    /// <inheritdoc/>
    public override string LoginRequired(string recipient, ClientView client) => "530 Authentication required. (#5.7.1)";

    /// <inheritdoc/>
    public override string SenderNotOwn(string sender, string user) => "553 sorry, your envelope sender is not yours (#5.7.1)";

    /// <inheritdoc/>
    public override string Greylisted(string recipient, ClientView client) => "451 GREYLISTED; try again later (#4.3.0)";

    /// <inheritdoc/>
    public override string Blocked(string list, ClientView client) => $"553 http://{list}/{client.Address}";

    /// <inheritdoc/>
    public override string Busy(string host, ClientView client) => "421 out of connections, try again later (#4.4.5)";

    /// <inheritdoc/>
    public override string OutOfOrder(string wanted) => $"503 {wanted} first (#5.5.1)";

    /// <inheritdoc/>
    public override string UnknownCommand(string command) => "502 unimplemented (#5.5.1)";
}
