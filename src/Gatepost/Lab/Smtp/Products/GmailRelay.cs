using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Smtp.Products;

/// <summary>Google Workspace's SMTP relay service, which knows its customers by their addresses and domains.</summary>
public sealed class GmailRelay : Gmail
{
    /// <summary>The product.</summary>
    public static new GmailRelay Instance { get; } = new();

    /// <inheritdoc/>
    public override string RelayDenied(string recipient, ClientView client, ClientNameState name) => $"550-5.7.1 Invalid credentials for relay [{client.Address}]. The IP address you've\n550-5.7.1 registered in your Workspace SMTP Relay service doesn't match the domain of\n550-5.7.1 the account this email is being sent from. If you are trying to relay mail\n550 5.7.1 from a domain that isn't registered under your Workspace account {Mark}";
}
