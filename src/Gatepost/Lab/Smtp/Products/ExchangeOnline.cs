using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Smtp.Products;

/// <summary>Exchange Online (Microsoft 365), the connectors that take mail in for its tenants.</summary>
public sealed class ExchangeOnline : Exchange
{
    /// <summary>The product.</summary>
    public static new ExchangeOnline Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "office365";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions => ["SIZE 157286400", "PIPELINING", "DSN", "ENHANCEDSTATUSCODES", "8BITMIME", "BINARYMIME", "CHUNKING", "SMTPUTF8"];

    /// <inheritdoc/>
    public override string RelayDenied(string recipient, ClientView client, ClientNameState name) => "550 5.7.64 TenantAttribution; Relay Access Denied";

    /// <inheritdoc/>
    public override string UnknownRecipient(string recipient) => "550 5.4.1 Recipient address rejected: Access denied.";

    /// <inheritdoc/>
    public override string Greylisted(string recipient, ClientView client) => $"451 4.7.500 Server busy. Please try again later from [{client.Address}].";

    /// <inheritdoc/>
    public override string Blocked(string list, ClientView client) => $"550 5.7.1 Service unavailable, Client host [{client.Address}] blocked using {list}. To request removal from this list see https://sender.office.com/";
}
