using Gatepost.Relay;
using Gatepost.Relay.Proof;

namespace Gatepost.Tests.Mta.Postfix;

/// <summary>Networks of a cidr table and what a proof may make of them.</summary>
public class CidrProofTests
{
    private const string Table = "10.1.0.0/16 OK\n10.2.0.0/16 REJECT\n";

    [Fact]
    public void A_helo_name_that_may_be_an_address_of_the_table_prevents_a_proof()
    {
        var configuration = Read("check_helo_access");
        Assert.StartsWith("accept", PostfixWorld.Ask(configuration, "client=203.0.113.7 helo=10.1.200.9 to=u@far.test"), StringComparison.Ordinal);
        var result = OpenRelayQuestion.Ask(configuration.Policies[0]);
        Assert.NotEqual(ProofStatus.Proved, result.Status);
        Assert.Equal(Dimension.Helo, Assert.IsType<Leaf>(Assert.Single(result.Prevents), exactMatch: false).Dimension);
    }

    [Fact]
    public void Clients_of_a_table_are_told_apart_exactly()
    {
        Assert.Equal(ProofStatus.Proved, OpenRelayQuestion.Ask(Read("check_client_access").Policies[0]).Status);
        var open = Read("check_client_access", "203.0.113.128/25 OK\n");
        var witness = OpenRelayQuestion.Ask(open.Policies[0]);
        Assert.Equal(ProofStatus.Witness, witness.Status);
        Assert.StartsWith("203.0.113.", witness.Witness!.Client.ToString(), StringComparison.Ordinal);
    }

    private static Gatepost.Mta.Configuration Read(string restriction, string table = Table) => PostfixWorld.Read(
        PostfixWorld.Base + $"smtpd_relay_restrictions = {restriction} cidr:/etc/postfix/networks, reject_unauth_destination\n", files: ("/etc/postfix/networks", table));
}
