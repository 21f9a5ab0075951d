using System.Net;
using Gatepost.Evidence;
using Gatepost.Mta;
using Gatepost.Refusals;
using Gatepost.Relay;
using Gatepost.Smtp;

namespace Gatepost.Audits;

/// <summary>The bridge from decisions to facts: what the refusing server's own configuration says of a refusal, line by line.</summary>
public static class PolicyFacts
{
    // Outside every network that a configuration names in earnest (RFC 5737).
    private static readonly IPAddress Anybody = IPAddress.Parse("203.0.113.7");

    /// <summary>The facts; none where the refusal names no recipient or the configuration has no listener.</summary>
    public static IReadOnlyList<Fact> Of(Refusal refusal, Configuration configuration)
    {
        if ((refusal.Recipient ?? InText(refusal.Reply.Text)) is not { Length: > 0 } recipient) return [];
        var knowsClient = IPAddress.TryParse(refusal.ClientAddress, out var client);
        var attempt = new Attempt
        {
            Client = client ?? Anybody,
            Name = refusal.ClientName is { Length: > 0 } name && name != "unknown" ? ClientName.Verified(name) : ClientName.Missing,
            Helo = refusal.Helo ?? "client.example",
            Login = refusal.Login is { Length: > 0 } login ? new Login(login) : null,
            MailFrom = refusal.Sender ?? "sender@sender.example",
            RcptTo = recipient,
        };
        if (Choose(configuration, refusal, attempt) is not { } policy) return [];
        var decision = Evaluator.Evaluate(policy, attempt);
        List<Fact> facts = [Decided(refusal, policy, attempt, decision, knowsClient)];
        if (Domain(policy, attempt, decision) is { } domain) facts.Add(domain);
        if (decision.Kind is DecisionKind.Refuse or DecisionKind.Defer && attempt.Login is null) facts.Add(WithLogin(policy, attempt));
        return facts;
    }

    // Most servers name the recipient in angle brackets.
    private static string? InText(string text)
    {
        var open = text.IndexOf('<', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf('>', open);
        return close > 0 && Mailbox.Parse(text[(open + 1)..close]) is { Domain: not null } mailbox ? mailbox.ToString() : null;
    }

    // Of several listeners the one that answers as was answered; the port where it is known.
    private static RelayPolicy? Choose(Configuration configuration, Refusal refusal, Attempt attempt)
    {
        var candidates = configuration.Policies.Where(p => refusal.RemotePort is not { } port || p.Listener.Port is null || p.Listener.Port == port).ToArray();
        return candidates.FirstOrDefault(p => IsSame(Evaluator.Evaluate(p, attempt), refusal.Reply))
            ?? (candidates.Length > 0 && refusal.RemotePort is not null ? candidates[0] : PolicyChoice.Of(configuration, null));
    }

    private static bool IsSame(Decision decision, Reply reply) =>
        decision.Reply is { } said && said.Code == reply.Code && (said.Enhanced is null || reply.Enhanced is null || said.Enhanced == reply.Enhanced);

    private static Fact Decided(Refusal refusal, RelayPolicy policy, Attempt attempt, Decision decision, bool knowsClient)
    {
        var line = (Deciding.Line(decision) ?? policy.Listener.Origin).ToString();
        var rule = Deciding.Step(decision)?.Rule?.Text;
        var from = knowsClient ? "" : ", for a client outside its networks";
        return IsSame(decision, refusal.Reply)
            ? new Fact(FactKind.Policy, attempt.RcptTo, "refuses", $"the configuration of {policy.Listener.Name} refuses it so{from}{(rule is null ? "" : $": {rule}")}", line)
            : new Fact(FactKind.Policy, attempt.RcptTo, "otherwise", $"this configuration would answer otherwise{from}: {Questions(decision)}; another server refused, or it runs with another configuration", line);
    }

    private static Fact? Domain(RelayPolicy policy, Attempt attempt, Decision decision)
    {
        if (decision.Class is not { } known) return null;
        var domain = policy.Addressing.Recipient(attempt.RcptTo).Domain;
        return known == AddressClass.Other
            ? new Fact(FactKind.Policy, domain, "foreign-domain", $"{domain} is none of the server's domains", policy.Listener.Origin.File)
            : new Fact(FactKind.Policy, domain, "own-domain", $"{domain} is one of the server's domains", (decision.ClassOrigin ?? policy.Listener.Origin).ToString());
    }

    private static Fact WithLogin(RelayPolicy policy, Attempt attempt)
    {
        var decision = Evaluator.Evaluate(policy, attempt with { Login = new Login("user"), Tls = new Tls() });
        var helps = policy.Listener.OffersLogin && decision.Kind == DecisionKind.Accept;
        return new Fact(FactKind.Policy, attempt.RcptTo, helps ? "login-helps" : "login-does-not-help",
            helps ? $"after a login {policy.Listener.Name} takes it" : policy.Listener.OffersLogin ? $"a login at {policy.Listener.Name} would not help" : $"{policy.Listener.Name} offers no login",
            (helps ? Deciding.Line(decision) ?? policy.Listener.Origin : policy.Listener.Origin).ToString());
    }

    private static string Questions(Decision decision) => Relay.Questions.DecisionLine.Write(decision);
}
