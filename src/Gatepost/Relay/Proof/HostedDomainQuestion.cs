using Gatepost.Relay.Proof.Cells;
using Gatepost.Relay.Proof.Diagrams;

namespace Gatepost.Relay.Proof;

/// <summary>Is mail for a domain accepted from strangers?</summary>
public static class HostedDomainQuestion
{
    /// <summary>Answers it for plain local parts, without routes: those that the configuration names, and one that it does not.</summary>
    public static HostedDomain Ask(PolicyProof proof, string domain)
    {
        var (store, mail) = (proof.Store, proof.Incoming);
        var recipients = mail.Recipients(domain);
        // Nobody can write to what is no domain.
        if (recipients.Count == 0)
        {
            var plain = AtomBuilder.Template with { RcptTo = $"user@{domain}" };
            return new HostedDomain(domain, HostedDomain.LocalParts.Depends, plain, Evaluator.Evaluate(proof.Policy, plain, World.Plain(proof.Space)));
        }

        var sure = recipients.ConvertAll(r => mail.IsCertain(r.Atom));
        var accepts = !sure.Contains(false) ? HostedDomain.LocalParts.Each
            : recipients.Exists(r => mail.IsPossible(r.Atom) != mail.IsCertain(r.Atom)) ? HostedDomain.LocalParts.Depends
            : sure.Contains(true) ? HostedDomain.LocalParts.Some : HostedDomain.LocalParts.None;
        var shown = Math.Max(0, sure.IndexOf(false));
        var to = store.With((int)Dimension.Recipient, v => v == recipients[shown].Atom);
        var attempt = proof.Space.Example(store.First(store.And(accepts == HostedDomain.LocalParts.Each ? mail.Certain : proof.Strangers, to))) with { RcptTo = recipients[shown].Address };
        return new HostedDomain(domain, accepts, attempt, Evaluator.Evaluate(proof.Policy, attempt, World.Plain(proof.Space)));
    }
}
