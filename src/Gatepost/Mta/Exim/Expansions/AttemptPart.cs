using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Expansions;

/// <summary>One part of an attempt, as an expansion variable has it.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Dimension">The dimension that it is a part of.</param>
/// <param name="Kind">What it is like.</param>
/// <param name="IsLower">True where it is always in lower case.</param>
/// <param name="Get">The text; empty where there is none.</param>
internal sealed record AttemptPart(string Name, Dimension Dimension, PartKind Kind, bool IsLower, Func<Session, string> Get)
{
    public static AttemptPart Domain { get; } = new("domain", Dimension.Recipient, PartKind.Domain, true, static s => s.Recipient.Domain);

    public static AttemptPart LocalPart { get; } = new("local_part", Dimension.Recipient, PartKind.LocalPart, true, static s => Lower(s.Recipient.LocalPart));

    /// <summary>The recipient's local part in the case the client wrote, as lists of local parts see it.</summary>
    public static AttemptPart CasefulLocalPart { get; } = new("local_part", Dimension.Recipient, PartKind.LocalPart, false, static s => s.Recipient.LocalPart);

    public static AttemptPart Recipient { get; } = new("recipient", Dimension.Recipient, PartKind.Address, false, static s => s.Recipient.Address);

    public static AttemptPart Sender { get; } = new("sender_address", Dimension.Sender, PartKind.Address, false, static s => s.Sender.Address);

    public static AttemptPart SenderDomain { get; } = new("sender_address_domain", Dimension.Sender, PartKind.Domain, false, static s => After(s.Sender.Address));

    public static AttemptPart SenderLocalPart { get; } = new("sender_address_local_part", Dimension.Sender, PartKind.LocalPart, false, static s => Before(s.Sender.Address));

    public static AttemptPart Helo { get; } = new("sender_helo_name", Dimension.Helo, PartKind.Text, false, static s => s.Attempt.Helo ?? "");

    public static AttemptPart HostName { get; } = new("sender_host_name", Dimension.Name, PartKind.Text, true, static s => s.Attempt.Name is { Status: NameStatus.Verified, Name: { } name } ? Lower(name) : "");

    public static AttemptPart Client { get; } = new("sender_host_address", Dimension.Client, PartKind.ClientAddress, true, static s => s.Client.ToString());

    public static AttemptPart Login { get; } = new("authenticated_id", Dimension.Login, PartKind.Text, false, static s => s.Attempt.Login?.User ?? "");

    private static string Lower(string text) => text.ToLowerInvariant();

    private static string After(string address) => address[(address.LastIndexOf('@') + 1)..] is var domain && address.Contains('@', StringComparison.Ordinal) ? domain : "";

    private static string Before(string address) => address.LastIndexOf('@') is >= 0 and var at ? address[..at] : address;
}
