using System.Collections.Immutable;
using System.Net;
using Gatepost.Relay.Proof.Cells;
using Gatepost.Relay.Proof.Diagrams;

namespace Gatepost.Relay.Proof;

/// <summary>The client addresses that can relay without a login: for each there is an attempt that is accepted for a domain that is not the server's.</summary>
/// <param name="Networks">The addresses as networks, none within another, in order.</param>
/// <param name="Count">How many addresses they hold; the greatest value also where it is one more.</param>
/// <param name="IsCertain">False where the outside decides for some of them.</param>
public sealed record RelayingClients(ImmutableArray<IPNetwork> Networks, UInt128 Count, bool IsCertain)
{
    /// <summary>All of them, trusted or not.</summary>
    public static RelayingClients Of(PolicyProof proof) => Of(proof, null);

    internal static RelayingClients Of(PolicyProof proof, ClientKind? kind)
    {
        var store = proof.Store;
        var set = store.And(proof.Relays, proof.Anonymous);
        if (kind is { } only) set = store.And(set, proof.Clients(only));
        var relays = store.Values(set, (int)Dimension.Client);
        var certain = store.Values(store.ForAll(set, proof.Space.FirstFree), (int)Dimension.Client);
        var clients = proof.Space.Atoms(Dimension.Client);
        var networks = ImmutableArray.CreateBuilder<IPNetwork>();
        UInt128 count = 0;
        foreach (var (first, last) in Joined(ClientCells.Ranges(proof.Space.Cuts)))
        {
            networks.AddRange(NetworkRange.Cover(first, last));
            var size = last.Bits - first.Bits;
            count = count + size < count || count + size == UInt128.MaxValue ? UInt128.MaxValue : count + size + 1;
        }

        return new RelayingClients(networks.DrainToImmutable(), count, relays.AsSpan().SequenceEqual(certain));

        // Neighbours that both relay are one range.
        IEnumerable<(AddressKey First, AddressKey Last)> Joined(IEnumerable<(AddressKey First, AddressKey Last)> ranges)
        {
            (AddressKey First, AddressKey Last)? open = null;
            foreach (var range in ranges)
            {
                var atom = clients.Find(proof.Space.Example(new int[store.Variables]) with { Client = range.First.ToAddress() });
                if (!relays[atom]) continue;
                if (open is { } before && before.Last.IsV6 == range.First.IsV6 && before.Last.Bits + 1 == range.First.Bits) open = (before.First, range.Last);
                else
                {
                    if (open is { } done) yield return done;
                    open = range;
                }
            }

            if (open is { } last) yield return last;
        }
    }
}
