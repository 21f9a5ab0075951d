namespace Gatepost.Evidence.Dns;

/// <summary>What a registry says of a domain.</summary>
/// <param name="Domain">The registered domain.</param>
/// <param name="Statuses">Its status values in RDAP's words (RFC 8056): <c>client hold</c>, <c>redemption period</c>. Hostile.</param>
/// <param name="Expiration">When the registration runs out; null where it does not say.</param>
/// <param name="ObservedAt">When it was asked.</param>
/// <param name="Provenance">Who said it, short: <c>RDAP rdap.example.net</c>.</param>
public sealed record RdapAnswer(string Domain, IReadOnlyList<string> Statuses, DateTimeOffset? Expiration, DateTimeOffset ObservedAt, string Provenance)
{
    private static readonly string[] ExpiredStatuses = ["redemption period", "pending delete"];
    private static readonly string[] HeldStatuses = ["client hold", "server hold"];

    /// <summary>Findings in it.</summary>
    internal IEnumerable<DnsFinding> Findings()
    {
        foreach (var status in Statuses.Intersect(HeldStatuses, StringComparer.OrdinalIgnoreCase).Take(1))
            yield return new DnsFinding(DnsFindingKind.Suspended, Domain, $"the registration of {Domain} is on hold ({status})", Provenance);
        var expired = Statuses.Intersect(ExpiredStatuses, StringComparer.OrdinalIgnoreCase).FirstOrDefault();
        if (expired is not null)
            yield return new DnsFinding(DnsFindingKind.Expired, Domain, $"the registration of {Domain} ran out ({expired})", Provenance);
        else if (Expiration < ObservedAt)
            yield return new DnsFinding(DnsFindingKind.Expired, Domain, $"the registration of {Domain} ran out on {Expiration.Value.UtcDateTime:yyyy-MM-dd}", Provenance);
    }
}
