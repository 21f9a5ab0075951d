namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>One recipient of a report and the lines that belong to it.</summary>
/// <param name="Address">The recipient, bare.</param>
/// <param name="Line">The line at which it stands.</param>
/// <param name="Details">The words behind it and the lines below it, without blank ones.</param>
internal sealed record AddressBlock(string Address, int Line, IReadOnlyList<string> Details)
{
    /// <summary>The address that was expanded to this one.</summary>
    public string? Original { get; init; }
}
