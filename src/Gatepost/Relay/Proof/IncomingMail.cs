using Gatepost.Relay.Proof.Cells;
using Gatepost.Relay.Proof.Diagrams;

namespace Gatepost.Relay.Proof;

/// <summary>The mail that strangers can send to a server's own domains: what is the same for each domain that is asked about.</summary>
internal sealed class IncomingMail
{
    private readonly PolicyProof _proof;
    private readonly bool[] _certain;
    private readonly bool[] _possible;
    private readonly IReadOnlyList<string> _localParts;
    private readonly ILookup<string, string> _named;

    /// <summary>Looks for it.</summary>
    public IncomingMail(PolicyProof proof)
    {
        _proof = proof;
        // Strangers for whom the server relays can write to any domain; that makes none its own.
        var possible = proof.Store.Without(proof.Store.And(proof.Accepted, proof.Strangers), proof.Relays);
        Certain = proof.Store.ForAll(possible, proof.Space.FirstFree);
        _possible = proof.Store.Values(possible, (int)Dimension.Recipient);
        _certain = proof.Store.Values(Certain, (int)Dimension.Recipient);
        var marks = proof.Space.Marks[(int)Dimension.Recipient];
        _localParts = [.. AtomBuilder.Cells(Dimension.Recipient, marks).AllLocalParts().Where(static l => l.AsSpan().IndexOfAny("%!@") < 0 && l.Length > 0)];
        _named = marks.Texts.Where(static t => t.Contains('@', StringComparison.Ordinal))
            .ToLookup(static t => t[(t.LastIndexOf('@') + 1)..], static t => t[..t.LastIndexOf('@')], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The attempts that are accepted whatever the outside answers.</summary>
    public Diagram Certain { get; }

    /// <summary>True where some stranger's mail to a recipient is accepted whatever the outside answers.</summary>
    public bool IsCertain(int recipient) => _certain[recipient];

    /// <summary>True where the outside can answer so that some stranger's mail to a recipient is accepted.</summary>
    public bool IsPossible(int recipient) => _possible[recipient];

    /// <summary>Recipients at a domain, one of each atom, with plain local parts: those that the configuration names, and one that it does not.</summary>
    public List<(string Address, int Atom)> Recipients(string domain)
    {
        var found = new List<(string, int)>();
        var seen = new HashSet<int>();
        foreach (var local in _localParts.Concat(_named[domain]).Distinct())
        {
            var address = $"{AddressForms.Quoted(local)}@{domain}";
            var atom = _proof.Space.Atoms(Dimension.Recipient).Find(AtomBuilder.Template with { RcptTo = address });
            if (atom >= 0 && seen.Add(atom)) found.Add((address, atom));
        }

        return found;
    }
}
