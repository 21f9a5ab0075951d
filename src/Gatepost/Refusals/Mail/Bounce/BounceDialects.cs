namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>The dialects that are known, the more particular before the more general: the first that reads a mail has it.</summary>
internal static class BounceDialects
{
    /// <summary>All dialects in the order in which they are asked.</summary>
    public static IReadOnlyList<BounceDialect> All { get; } = [];

    /// <summary>What the first dialect that knows the mail reads from it; null where none does.</summary>
    public static IReadOnlyList<Refusal>? Read(MailView mail, ReadLimits limits)
    {
        foreach (var dialect in All)
            if (dialect.Recognises(mail) && dialect.Read(mail, limits) is { Count: > 0 } refusals) return refusals;
        return null;
    }
}
