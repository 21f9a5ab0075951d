using System.Collections.Immutable;
using Gatepost.Mta;
using Gatepost.Relay;
using Gatepost.Relay.Proof;
using Gatepost.Smtp;

namespace Gatepost.Audits;

/// <summary>What two configurations decide differently, listener by listener.</summary>
public static class Migration
{
    /// <summary>Compares two configurations: listeners of the same port, else of the same name, else of the same use. A listener without a counterpart is told as such.</summary>
    public static ImmutableArray<ListenerChange> Compare(Configuration before, Configuration after, AuditOptions options)
    {
        var changes = ImmutableArray.CreateBuilder<ListenerChange>();
        var left = after.Policies.Where(static p => !p.Listener.IsInternal).ToList();
        foreach (var old in before.Policies.Where(static p => !p.Listener.IsInternal))
        {
            var renewed = left.Find(p => p.Listener.Port is { } port && port == old.Listener.Port)
                ?? left.Find(p => p.Listener.Name == old.Listener.Name)
                ?? left.Find(p => p.Listener.IsSubmission == old.Listener.IsSubmission && (p.Listener.Port is null || old.Listener.Port is null));
            if (renewed is null)
            {
                changes.Add(new ListenerChange(old.Listener, null, []));
                continue;
            }

            left.Remove(renewed);
            var found = PolicyDifference.Between(old, renewed, options.ProofOf(before));
            if (!found.IsEmpty) changes.Add(Domains(new ListenerChange(old.Listener, renewed.Listener, Plain(found)), before, after, old, renewed, options));
        }

        foreach (var added in left) changes.Add(new ListenerChange(null, added.Listener, []));
        return changes.ToImmutable();
    }

    // A kind of change that ordinary addresses show needs no odd ones, and of the examples to one domain the first will do.
    private static ImmutableArray<PolicyChange> Plain(ImmutableArray<PolicyChange> changes) =>
    [
        .. changes.GroupBy(static c => c.Kind).SelectMany(static kind =>
        {
            var plain = kind.Where(static c => Mailbox.Parse(c.Attempt.RcptTo) is { Form: AddressForm.Ordinary, IsQuoted: false }).ToArray();
            return (plain.Length > 0 ? plain : kind.Take(1)).DistinctBy(static c => (c.Attempt.RcptTo[(c.Attempt.RcptTo.LastIndexOf('@') + 1)..], c.Attempt.Login is null));
        }),
    ];

    private static ListenerChange Domains(ListenerChange change, Configuration before, Configuration after, RelayPolicy old, RelayPolicy renewed, AuditOptions options)
    {
        if (old.Listener.IsSubmission) return change;
        var (was, becomes) = (new PolicyProof(old, options.ProofOf(before)), new PolicyProof(renewed, options.ProofOf(after)));
        var names = before.Domains.Concat(after.Domains).Select(static d => d.Name).Where(HostedDomains.IsRoutable).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var turned = names.Select(n => (Name: n, Was: Takes(was, n), Becomes: Takes(becomes, n))).Where(static d => d.Was != d.Becomes).ToArray();
        return change with { Refused = [.. turned.Where(static d => d.Was).Select(static d => d.Name)], Accepted = [.. turned.Where(static d => d.Becomes).Select(static d => d.Name)] };

        static bool Takes(PolicyProof proof, string domain) => HostedDomainQuestion.Ask(proof, domain).Accepts != HostedDomain.LocalParts.None;
    }
}
