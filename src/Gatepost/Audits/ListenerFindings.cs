using System.Globalization;
using System.Net;
using Gatepost.Relay;
using Gatepost.Relay.Proof;

namespace Gatepost.Audits;

/// <summary>What the proofs about one listener found.</summary>
internal static class ListenerFindings
{
    // From here on a network that relays without a login is called large.
    private const int LargeV4 = 24;
    private const int LargeV6 = 56;

    private static readonly Attempt Stranger = new() { Client = IPAddress.Parse("203.0.113.7"), Helo = "client.example", MailFrom = "sender@sender.example", RcptTo = "" };

    public static IEnumerable<Finding> Of(ListenerAudit audit, PolicyProof proof)
    {
        var listener = audit.Policy.Listener;
        IReadOnlyList<string> names = [listener.Name];
        if (audit.Relay is { Status: ProofStatus.Witness, Witness: { } witness, Decision: { } decision })
            yield return new Finding(FindingKinds.OpenRelay, Relays(witness, decision, audit.Clients!), Deciding.Line(decision)) { Listeners = names, Example = witness };
        foreach (var condition in audit.Relay is { Status: ProofStatus.Unknown } unknown ? unknown.Prevents : [])
            yield return new Finding(FindingKinds.NotUnderstood, $"Whether strangers can relay depends on {condition}.", (condition as Opaque)?.Origin)
            {
                Listeners = names,
                Remedy = condition is Opaque opaque ? $"Say what it answers: --assume '{opaque.Source}=no', or give its content with --assume '{opaque.Source}=@FILE'." : null,
            };
        // Where the outside may answer anything, it may let any network in: that is no network of the configuration's.
        foreach (var line in audit.Relay is { Status: ProofStatus.Proved } relay ? relay.TrustedByConfiguration.GroupBy(n => Names(audit.Policy, n)) : [])
            yield return new Finding(FindingKinds.PrivateNetwork, $"{string.Join(", ", line)} may relay without a login{(line.Count() == 1 ? ": " + Size(line.First()) : "")}.", line.Key) { Listeners = names };
        foreach (var network in (audit.Clients?.Networks ?? []).Where(n => IsLarge(n) && !Strangers.Loopback.Any(l => Contains(l, n)) && proof.Options.Strangers.Trusted.Any(t => Contains(t, n))))
            yield return new Finding(FindingKinds.WideNetwork, $"{network} may relay without a login: {Size(network)}.", Names(audit.Policy, network)) { Listeners = names };
        if (EveryDomainIsOwn.Ask(proof) is { Status: ProofStatus.Witness, Witness: { } caught, Decision: { } taken } && HostedDomains.IsRoutable(caught.RcptTo[(caught.RcptTo.LastIndexOf('@') + 1)..]))
            yield return new Finding(FindingKinds.CatchAll, $"Mail to {caught.RcptTo} is taken, as to any domain.", ClassLine(audit.Policy, caught) ?? Deciding.Line(taken)) { Listeners = names, Example = caught };
        if (audit.Submission is { Status: ProofStatus.Witness, Witness: { } without } && audit.Relay is not { Status: ProofStatus.Witness })
            yield return new Finding(FindingKinds.SubmissionWithoutLogin, $"Mail from {without.Client} to {without.RcptTo} is taken without a login.", listener.Origin) { Listeners = names, Example = without };
        if (listener is { IsSubmission: true, OffersLogin: false })
            yield return new Finding(FindingKinds.LoginImpossible, "This is a submission port, and nobody can log in.", listener.Origin) { Listeners = names };
        var asked = Stranger with { RcptTo = "user@elsewhere.example" };
        if (Evaluator.Evaluate(audit.Policy, asked) is { Kind: DecisionKind.Defer, Class: AddressClass.Other } told)
            yield return new Finding(FindingKinds.TemporaryRefusal, $"A stranger who wants to relay gets {told.Reply}", Deciding.Line(told)) { Listeners = names, Example = asked };
        foreach (var dead in DeadRule.Find(proof).Where(static d => IsMissed(d)))
            yield return new Finding(FindingKinds.NoEffect, $"{dead.Rule.Text} in {dead.List.Name} is never reached by those for whom it would hold: {dead.BlockedBy[0].Text} comes first.", dead.Rule.Origin)
            {
                Listeners = names,
                Severity = Severity.Note,
            };
        if (listener is { IsSubmission: true, OffersLogin: true } && SenderLoginQuestion.Ask(proof) is { Status: ProofStatus.Witness, Witness: { } other })
            yield return new Finding(FindingKinds.AnySender, $"Whoever has a login may send in any name, such as {other.MailFrom}.", listener.Origin) { Listeners = names, Example = other };
    }

    // A permission that an earlier refusal in the same list takes away is missed by somebody; a second refusal is only caution.
    private static bool IsMissed(DeadRule dead) => dead.Rule.Cases.Any(static c => c is Verdict.Permit or Verdict.PermitStage or Verdict.Accept)
        && dead.Rule.When is not Gatepost.Relay.Conditions.Always && dead.BlockedBy is [var first, ..] && dead.List.Rules.Contains(first);

    private static string Relays(Attempt witness, Decision decision, RelayingClients clients)
    {
        var by = Deciding.Step(decision) is { Rule: { } rule } ? $"by {rule.Text}" : "as no rule refuses it";
        var who = witness.Name.Status == NameStatus.Verified ? $"clients with a verified name such as {witness.Name.Name}"
            : clients.Count < 1u << 24 && !clients.Networks.Any(static n => n.PrefixLength == 0)
            ? $"{clients.Count.ToString("#,0", CultureInfo.InvariantCulture)} addresses outside the trusted networks" : "strangers";
        return $"Mail of {who} is relayed: from {witness.Client} to {witness.RcptTo}, {by}.";
    }

    private static string Size(IPNetwork network)
    {
        var bits = (network.BaseAddress.GetAddressBytes().Length * 8) - network.PrefixLength;
        return bits switch
        {
            0 => "one address",
            <= 40 => $"{(1UL << bits).ToString("#,0", CultureInfo.InvariantCulture)} addresses",
            _ => $"2^{bits} addresses",
        };
    }

    private static bool IsLarge(IPNetwork network) => network.PrefixLength < (network.BaseAddress.GetAddressBytes().Length == 4 ? LargeV4 : LargeV6);

    private static bool Contains(IPNetwork outer, IPNetwork inner) => outer.PrefixLength <= inner.PrefixLength && outer.Contains(inner.BaseAddress);

    // The entry that lets the network's first host in.
    private static Origin? Names(RelayPolicy policy, IPNetwork network) =>
        Deciding.Line(Evaluator.Evaluate(policy, Stranger with { Client = network.BaseAddress, RcptTo = "user@elsewhere.example" }));

    private static Origin? ClassLine(RelayPolicy policy, Attempt attempt) => policy.Classes.Ask(new Session(policy, attempt, Knowledge.None)).At;
}
