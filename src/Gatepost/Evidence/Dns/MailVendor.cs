namespace Gatepost.Evidence.Dns;

/// <summary>A provider that takes mail in for its customers' domains.</summary>
/// <param name="Name">Its name for people: <c>Microsoft 365</c>.</param>
/// <param name="IsGateway">True for filters that stand before another provider's mailboxes (Mimecast, Proofpoint): SPF and MX then name different vendors with good reason.</param>
public sealed record MailVendor(string Name, bool IsGateway);
