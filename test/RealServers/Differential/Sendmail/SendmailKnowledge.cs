using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.Sendmail;

/// <summary>What <see cref="SendmailWorld"/> answers, for the evaluator.</summary>
internal sealed class SendmailKnowledge : Knowledge
{
    public override Answer? Ask(Opaque condition, Session session) => condition.Source switch
    {
        "dns" => new Answer(Exists(condition.Value(session))),
        "relay_based_on_MX" => new Answer(condition.Value(session) switch { "served.test" => 1, var d when d.StartsWith("tmp", StringComparison.Ordinal) => 2, _ => 0 }),
        $"dnsbl {SendmailWorld.List}" or $"enhdnsbl {SendmailWorld.List}" => Answer.Of(SendmailWorld.Lists(session.Attempt.Client)),
        _ => null,
    };

    private static int Exists(string domain)
    {
        if (domain.StartsWith('[')) return 2;
        var (exists, values) = SendmailWorld.Answer(domain, 1);
        return values is null ? 1 : exists ? 0 : 2;
    }
}
