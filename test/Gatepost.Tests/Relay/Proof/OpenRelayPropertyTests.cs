using Gatepost.Relay;
using Gatepost.Relay.Proof;
using Gatepost.Tests.Relay.Proof.Support;

namespace Gatepost.Tests.Relay.Proof;

public class OpenRelayPropertyTests
{
    private const int Policies = 300;

    [Fact]
    public void A_witness_is_accepted_and_a_closed_policy_relays_for_nobody_who_tries()
    {
        var found = new Dictionary<ProofStatus, int>();
        for (var seed = 0; seed < Policies; seed++)
        {
            var random = new Random(seed);
            var policy = new PolicyGenerator(random, seed % 2 == 0).Make();
            var result = OpenRelayQuestion.Ask(policy);
            found[result.Status] = found.GetValueOrDefault(result.Status) + 1;
            Assert.False(result.IsContradicted, $"seed {seed}: {result.Witness}");
            if (result.Status == ProofStatus.Witness)
            {
                Assert.Equal(DecisionKind.Accept, result.Decision!.Kind);
                Assert.True(result.Decision.Class is null or AddressClass.Other or AddressClass.RelayDomain);
                Assert.Null(result.Witness!.Login is { Mechanism: not "ANONYMOUS" } login ? login : null);
            }

            if (result.Status == ProofStatus.Proved) Attack(policy, random, seed);
        }

        Assert.True(found.Count == 3 && found.Values.Min() >= Policies / 50, string.Join(' ', found));
    }

    // A pattern, even one without effect, makes automata find the cells that the keys alone give otherwise.
    [Fact]
    public void Keys_alone_and_automata_give_the_same_answer()
    {
        for (var seed = 0; seed < 80; seed++)
        {
            var policy = new PolicyGenerator(new Random(seed)).Make();
            Rule[] idle =
            [
                Idle(new PatternLeaf(Dimension.Recipient, PatternSubject.Domain, ("zq", 1))), Idle(new PatternLeaf(Dimension.Recipient, PatternSubject.Whole, ("^zq", 1))),
                Idle(new PatternLeaf(Dimension.Sender, PatternSubject.LocalPart, ("q$", 1))), Idle(new PatternLeaf(Dimension.Helo, PatternSubject.Whole, ("z", 1))),
            ];
            var first = policy.Stages[0];
            var longer = policy with { Stages = policy.Stages.SetItem(0, first with { Lists = first.Lists.Insert(0, new RuleList("idle", [.. idle], Origin.Default)) }) };
            var (plain, automata) = (new PolicyProof(policy), new PolicyProof(longer));
            Assert.Equal(OpenRelayQuestion.Ask(plain).Status, OpenRelayQuestion.Ask(automata).Status);
            Assert.Equal(RelayingClients.Of(plain).Networks, RelayingClients.Of(automata).Networks);
        }

        static Rule Idle(Condition when) => Rule.Of("idle", when, Verdict.Next.Instance, Origin.Default);
    }

    private static void Attack(RelayPolicy policy, Random random, int seed)
    {
        var trusted = Strangers.Default.Trusted.Concat(Strangers.PrivateRanges).ToList();
        for (var i = 0; i < 300; i++)
        {
            var attempt = AttemptGenerator.Make(random) with { Login = null, Tls = null };
            var client = AddressKey.Of(attempt.Client).ToAddress();
            if (trusted.Any(n => n.Contains(client)) || client.ToString() is "0.0.0.0" or "255.255.255.255") continue;
            var decision = Evaluator.Evaluate(policy, attempt);
            Assert.False(decision.IsRelayed && policy.Addressing.Recipient(attempt.RcptTo).Domain.Length > 0, $"seed {seed}: {attempt}");
        }
    }
}
