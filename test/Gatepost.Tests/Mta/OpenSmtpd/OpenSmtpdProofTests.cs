using Gatepost.Relay;
using Gatepost.Relay.Proof;

namespace Gatepost.Tests.Mta.OpenSmtpd;

/// <summary>What is proved of policies that were read.</summary>
public class OpenSmtpdProofTests
{
    private const string Closed =
        """
        listen on 192.0.2.25 port 25
        action "local" mbox virtual { "@own.test" = bob, "far@own.test" = "u@far.test" }
        action "out" relay
        match from any for domain { own.test, "*.own.test" } action "local"
        match from src 10.0.0.0/28 for any action "out"
        match auth from any for any action "out"
        """;

    [Theory]
    [InlineData("", false)]
    [InlineData("match from any mail-from \"@own.test\" for any action \"out\"", true)]
    [InlineData("match from any mail-from regex \"@own\\.test$\" for any action \"out\"", true)]
    [InlineData("match from any for domain \"*\" action \"out\"", true)]
    [InlineData("match from any for domain regex \"\\.test$\" action \"out\"", true)]
    [InlineData("match from any helo \"*.own.test\" for any action \"out\"", true)]
    [InlineData("match from any rcpt-to regex \"^x[0-9]+@\" for any action \"out\"", true)]
    [InlineData("match tag B from any for any action \"out\"", false)]
    [InlineData("match tls from any for any action \"out\"", false)]
    [InlineData("match from any !for domain { own.test, far.test } action \"out\"", true)]
    public void A_rule_that_relays_for_strangers_is_found_with_a_witness(string rule, bool isOpen)
    {
        var policy = Smtpd.Read($"{Closed}\n{rule}\n").Policies[0];
        var result = OpenRelayQuestion.Ask(policy);
        Assert.Equal(isOpen ? ProofStatus.Witness : ProofStatus.Proved, result.Status);
        if (isOpen) Assert.True(Evaluator.Evaluate(policy, result.Witness!).IsRelayed);
    }
}
