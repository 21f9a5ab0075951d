using Gatepost.Mta;
using Gatepost.Relay.Proof;

namespace Gatepost.Audits;

/// <summary>Domains whose mail should be taken from everywhere, and is not.</summary>
internal static class HostedDomains
{
    private const int Port = 25;

    public static IEnumerable<Finding> Of(Configuration configuration, IReadOnlyList<PolicyProof> proofs, AuditOptions options)
    {
        // Mail from outside comes in at port 25; where no listener has a known port, at any that is not for submission.
        var incoming = proofs.Where(static p => p.Policy.Listener.Port == Port).ToArray();
        if (incoming.Length == 0) incoming = [.. proofs.Where(static p => !p.Policy.Listener.IsSubmission)];
        var named = configuration.Domains.ToDictionary(static d => d.Name, static d => d.Origin, StringComparer.Ordinal);
        foreach (var domain in named.Keys.Concat(options.HostedDomains).Distinct(StringComparer.Ordinal).Where(IsRoutable).Order(StringComparer.Ordinal))
        {
            foreach (var proof in incoming)
            {
                if (HostedDomainQuestion.Ask(proof, domain) is not { Accepts: HostedDomain.LocalParts.None } refused) continue;
                yield return new Finding(FindingKinds.HostedDomainRefused,
                    $"Mail from outside to {refused.Attempt.RcptTo} is refused: {refused.Decision.Reply?.ToString() ?? "the connection is closed"}", named.GetValueOrDefault(domain) ?? Deciding.Line(refused.Decision))
                {
                    Listeners = [proof.Policy.Listener.Name],
                    Example = refused.Attempt,
                    Remedy = named.ContainsKey(domain) ? null : $"Add {domain} to one of the server's classes of domains.",
                };
            }
        }
    }

    /// <summary>False for localhost and address literals: mail to them does not come from outside.</summary>
    public static bool IsRoutable(string domain) => domain.Contains('.', StringComparison.Ordinal) && domain[0] != '[' && domain != "localhost.localdomain" && !domain.StartsWith("localhost.", StringComparison.Ordinal);
}
