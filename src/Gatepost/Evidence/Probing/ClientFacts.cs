using Gatepost.Evidence.Dns;
using Gatepost.Evidence.Lists;

namespace Gatepost.Evidence.Probing;

/// <summary>What is known of the client that was refused.</summary>
internal static class ClientFacts
{
    public static IEnumerable<Fact> Of(ClientNameSurvey? client, IReadOnlyList<Listing> listings)
    {
        if (client is { State: ClientNameState.Verified or ClientNameState.Missing or ClientNameState.Unmatched })
        {
            yield return new Fact(FactKind.ClientName, client.Address.ToString(), Kebab<ClientNameState>.Of(client.State), client.Says, client.Wire[0].Provenance)
            { ObservedAt = client.Wire[0].ObservedAt };
        }

        var listed = listings.Where(static l => l.State == ListingState.Listed).ToList();
        foreach (var listing in listed) yield return New(listing, "listed", listing.Says);
        var clean = listings.Where(static l => l.State == ListingState.NotListed).ToList();
        if (listed.Count == 0 && clean.Count > 0)
            yield return New(clean[0], "not-listed", $"{clean[0].Subject} is not on {string.Join(", ", clean.Select(static l => l.List))}");
    }

    private static Fact New(Listing listing, string value, string says) =>
        new(FactKind.BlockLists, listing.Subject, value, says, listing.List) { ObservedAt = listing.Wire.Count > 0 ? listing.Wire[^1].ObservedAt : null };
}
