using Gatepost.Relay;
using Gatepost.Relay.Proof;
using Gatepost.Relay.Proof.Diagrams;
using Gatepost.Tests.Relay.Proof.Support;

namespace Gatepost.Tests.Relay.Proof;

public class SymbolicRunPropertyTests
{
    private const int Policies = 100;
    private const int Attempts = 120;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_attempt_ends_as_its_piece_does(bool hasPatterns)
    {
        for (var seed = 0; seed < Policies; seed++)
        {
            var random = new Random(seed);
            var policy = new PolicyGenerator(random, hasPatterns).Make();
            var proof = new PolicyProof(policy);
            for (var i = 0; i < Attempts; i++) Compare(proof, AttemptGenerator.Make(random), random, seed);
        }
    }

    [Fact]
    public void The_example_of_every_piece_ends_as_the_piece_does()
    {
        for (var seed = 0; seed < Policies; seed++)
        {
            var random = new Random(seed);
            var proof = new PolicyProof(new PolicyGenerator(random).Make());
            for (var i = 0; i < Attempts; i++)
            {
                var values = new int[proof.Store.Variables];
                for (var v = 0; v < values.Length; v++) values[v] = random.Next(proof.Store.Size(v));
                Compare(proof, proof.Space.Example(values), random, seed);
            }
        }
    }

    [Fact]
    public void The_ends_are_a_partition_of_all_attempts()
    {
        for (var seed = 0; seed < Policies; seed++)
        {
            var proof = new PolicyProof(new PolicyGenerator(new Random(seed)).Make());
            var all = Diagram.Nothing;
            foreach (var set in proof.Run.Outcomes.Values)
            {
                Assert.Equal(Diagram.Nothing, proof.Store.And(all, set));
                all = proof.Store.Or(all, set);
            }

            Assert.Equal(Diagram.Everything, all);
        }
    }

    // In one world of answers from the outside.
    private static void Compare(PolicyProof proof, Attempt attempt, Random random, int seed)
    {
        var values = proof.Space.Locate(attempt);
        Assert.True(values is not null, $"seed {seed}: {attempt} is of no piece in {string.Join(' ', Enum.GetValues<Dimension>().Where(d => proof.Space.Atoms(d).Find(attempt) < 0))}");
        for (var v = proof.Space.FirstFree; v < values.Length; v++) values[v] = random.Next(proof.Store.Size(v));
        var decision = Evaluator.Evaluate(proof.Policy, attempt, World.Of(proof.Space, values));
        var outcome = proof.Run.Outcomes.Single(o => proof.Store.At(o.Value, values) == 1).Key;
        var concrete = (decision.Kind, decision.Phase, decision.Kind == DecisionKind.Refuse && decision.Reply is null, decision.IsDiscarded);
        Assert.True(concrete == (outcome.Kind, outcome.Phase, outcome.IsClosed, outcome.IsDiscarded), $"seed {seed}: {attempt}\n{concrete}\n{outcome}");
        var known = proof.Store.At(proof.Run.Classes, values);
        if (proof.Policy.Addressing.Recipient(attempt.RcptTo).Problem is null) Assert.Equal(decision.Class, known < 0 ? null : (AddressClass)known);
        if (outcome.Rule >= 0 && decision.Kind != DecisionKind.Accept)
            Assert.Same(proof.Run.Rules[outcome.Rule].Rule, decision.Trace[^1].Rule);
    }
}
