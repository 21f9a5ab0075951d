using Gatepost.Relay.Proof.Cells;
using Gatepost.Relay.Proof.Diagrams;

namespace Gatepost.Relay.Proof;

/// <summary>Is mail for a domain accepted from strangers?</summary>
public static class HostedDomainQuestion
{
    /// <summary>Answers it for plain local parts, without routes: those that the configuration names, and one that it does not.</summary>
    public static HostedDomain Ask(PolicyProof proof, string domain)
    {
        var store = proof.Store;
        // Strangers for whom the server relays can write to any domain; that makes none its own.
        var possible = store.Without(store.And(proof.Accepted, proof.Strangers), proof.Relays);
        var certain = store.ForAll(possible, proof.Space.FirstFree);
        var recipients = Recipients(proof, domain);
        // Nobody can write to what is no domain.
        if (recipients.Count == 0)
        {
            var plain = AtomBuilder.Template with { RcptTo = $"user@{domain}" };
            return new HostedDomain(domain, HostedDomain.LocalParts.Depends, plain, Evaluator.Evaluate(proof.Policy, plain, World.Plain(proof.Space)));
        }

        var sure = recipients.Select(r => store.And(certain, At(r.Atom)) != Diagram.Nothing).ToList();
        var open = recipients.Select(r => store.And(possible, At(r.Atom)) != Diagram.Nothing).ToList();
        var accepts = !sure.Contains(false) ? HostedDomain.LocalParts.Each
            : !open.SequenceEqual(sure) ? HostedDomain.LocalParts.Depends
            : sure.Contains(true) ? HostedDomain.LocalParts.Some : HostedDomain.LocalParts.None;
        var shown = Math.Max(0, sure.IndexOf(false));
        var from = accepts == HostedDomain.LocalParts.Each ? store.And(certain, At(recipients[shown].Atom)) : store.And(proof.Strangers, At(recipients[shown].Atom));
        var attempt = proof.Space.Example(store.First(from)) with { RcptTo = recipients[shown].Address };
        return new HostedDomain(domain, accepts, attempt, Evaluator.Evaluate(proof.Policy, attempt, World.Plain(proof.Space)));

        Diagram At(int atom) => store.With((int)Dimension.Recipient, v => v == atom);
    }

    private static List<(string Address, int Atom)> Recipients(PolicyProof proof, string domain)
    {
        var marks = proof.Space.Marks[(int)Dimension.Recipient];
        var cells = AtomBuilder.Cells(Dimension.Recipient, marks);
        var found = new List<(string, int)>();
        foreach (var local in cells.AllLocalParts().Where(static l => l.AsSpan().IndexOfAny("%!@") < 0 && l.Length > 0).Concat(Named()).Distinct())
        {
            var address = $"{AddressForms.Quoted(local)}@{domain}";
            var atom = proof.Space.Atoms(Dimension.Recipient).Find(AtomBuilder.Template with { RcptTo = address });
            if (atom >= 0 && !found.Exists(f => f.Item2 == atom)) found.Add((address, atom));
        }

        return found;

        IEnumerable<string> Named() => marks.Texts.Where(t => t.EndsWith($"@{domain}", StringComparison.OrdinalIgnoreCase)).Select(t => t[..^(domain.Length + 1)]);
    }
}
