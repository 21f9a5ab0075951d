using CsCheck;
using Gatepost.Mta;
using Gatepost.Mta.Exchange;
using Gatepost.Relay;
using Gatepost.Relay.Questions;

namespace Gatepost.Tests.Mta.Exchange;

/// <summary>Exports as the cmdlets write them, by the documentation.</summary>
public class ExchangeReaderTests
{
    private const string Connectors =
        """
        [
          { "Name": "Default Frontend EX01", "Identity": "EX01\\Default Frontend EX01", "Server": "EX01", "Enabled": true, "Bindings": ["[::]:25", "0.0.0.0:25"],
            "RemoteIPRanges": ["::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "0.0.0.0-255.255.255.255"], "AuthMechanism": "Tls, Integrated, BasicAuth, BasicAuthRequireTLS, ExchangeServer",
            "PermissionGroups": "AnonymousUsers, ExchangeServers, ExchangeLegacyServers", "RequireTLS": false, "TransportRole": "FrontendTransport" },
          { "Name": "Client Frontend EX01", "Identity": "EX01\\Client Frontend EX01", "Server": "EX01", "Enabled": true, "Bindings": "[::]:587 0.0.0.0:587", "RemoteIPRanges": ["0.0.0.0-255.255.255.255"],
            "AuthMechanism": "Tls, Integrated, BasicAuth, BasicAuthRequireTLS", "PermissionGroups": "ExchangeUsers", "RequireTLS": false },
          { "Name": "Printers", "Identity": "EX01\\Printers", "Server": "EX01", "Enabled": true, "Bindings": ["0.0.0.0:25"], "RemoteIPRanges": ["10.1.2.0/24"], "AuthMechanism": "None", "PermissionGroups": "AnonymousUsers", "RequireTLS": false },
          { "Name": "Partners", "Identity": "EX01\\Partners", "Server": "EX01", "Enabled": true, "Bindings": ["0.0.0.0:25"], "RemoteIPRanges": ["10.1.2.77"], "AuthMechanism": "ExternalAuthoritative", "PermissionGroups": "ExchangeServers", "RequireTLS": false },
          { "Name": "Off", "Identity": "EX01\\Off", "Server": "EX01", "Enabled": false, "Bindings": ["0.0.0.0:2526"], "RemoteIPRanges": ["0.0.0.0/0"], "AuthMechanism": "ExternalAuthoritative", "PermissionGroups": "ExchangeServers" }
        ]
        """;

    private const string Permissions =
        "#TYPE Selected.Microsoft.Exchange.Management.RecipientTasks.ADAcePresentationObject\r\n\"Identity\",\"User\",\"Deny\",\"ExtendedRights\"\r\n"
        + "\"EX01\\Printers\",\"NT AUTHORITY\\ANONYMOUS LOGON\",\"False\",\"ms-Exch-SMTP-Submit\"\r\n\"EX01\\Printers\",\"NT AUTHORITY\\ANONYMOUS LOGON\",\"False\",\"ms-Exch-SMTP-Accept-Any-Recipient\"\r\n"
        + "\"EX01\\Default Frontend EX01\",\"CORP\\Exchange Servers\",\"False\",\"ms-Exch-SMTP-Accept-Any-Recipient\"\r\n";

    private const string Domains =
        """
        [ { "DomainName": "own.test", "DomainType": "Authoritative", "Default": true }, { "DomainName": { "Domain": "old.test", "IncludeSubDomains": true }, "DomainType": "InternalRelay" },
          { "DomainName": "partner.test", "DomainType": { "Value": "ExternalRelay" } } ]
        """;

    [Theory]
    [InlineData("client=198.51.100.7 to=u@far.test", "0.0.0.0:25", "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain")]
    [InlineData("client=198.51.100.7 to=u@partner.test", "0.0.0.0:25", "accept relay-domain")]
    [InlineData("client=198.51.100.7 to=u@a.b.old.test", "0.0.0.0:25", "accept relay-domain")]
    [InlineData("client=198.51.100.7 to=u@own.test", "0.0.0.0:25", "depends recipient lookup (RecipientValidation)")]
    [InlineData("client=10.1.2.3 to=u@far.test", "0.0.0.0:25", "accept other")]
    [InlineData("client=10.1.3.3 to=u@far.test", "0.0.0.0:25", "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain")]
    [InlineData("client=10.1.2.77 to=u@far.test", "0.0.0.0:25", "accept other")]
    [InlineData("client=198.51.100.7 to=u@far.test", "Client Frontend EX01", "at mail: 530 5.7.57")]
    [InlineData("client=198.51.100.7 to=u@far.test login=CORP\\\\ann tls=yes", "Client Frontend EX01", "depends Send As permission")]
    [InlineData("client=198.51.100.7 to=bob", "0.0.0.0:25", "501 5.1.3")]
    public void The_connector_with_the_smallest_range_decides(string question, string listener, string decision) => Assert.Equal(decision, Ask(Read(), question.Replace("\\\\", "\\", StringComparison.Ordinal), listener));

    [Fact]
    public void Each_binding_is_a_listener_and_what_is_off_is_none()
    {
        var listeners = Read().Policies.Select(static p => p.Listener).ToList();
        Assert.Equal([25, 25, 587, 587], listeners.Select(static l => l.Port!.Value));
        Assert.Equal([true, true, true, true], listeners.Select(static l => l.OffersLogin));
        Assert.Equal([false, false, true, true], listeners.Select(static l => l.IsSubmission));
    }

    [Fact]
    public void A_trusted_connector_is_a_risk_and_its_domains_are_known()
    {
        var read = Read();
        Assert.Contains(read.Problems, static p => p.Kind == ConfigProblemKind.Risky && p.What.Contains("Partners", StringComparison.Ordinal));
        Assert.Equal(["own.test", "*.old.test", "partner.test"], read.Domains.Select(static d => d.Name));
        Assert.Contains(read.Coverage, static c => c.Because == "by the documentation");
    }

    [Fact]
    public void Numbers_and_lists_that_were_lost_prevent_a_proof()
    {
        var read = Read(connectors: Connectors.Replace("\"ExchangeUsers\"", "2", StringComparison.Ordinal));
        Assert.Contains(read.Problems, static p => p.Write is { } write && write.Contains("EnumsAsStrings", StringComparison.Ordinal));
        Assert.Contains(read.Coverage, static c => c.PreventsProof);
        Assert.Contains(Read(permissions: "\"Identity\",\"User\",\"ExtendedRights\"\n\"a\",\"b\",\"System.Collections.ArrayList\"\n").Problems, static p => p.What.Contains("Export-Csv", StringComparison.Ordinal));
    }

    [Fact]
    public void An_accepted_domain_for_all_is_an_open_relay()
    {
        var read = Read(domains: """{ "DomainName": "*", "DomainType": "ExternalRelay" }""");
        Assert.Equal("accept other", Ask(read, "client=198.51.100.7 to=u@far.test", "0.0.0.0:25"));
        Assert.Contains(read.Problems, static p => p.Kind == ConfigProblemKind.Risky && p.What.Contains('*', StringComparison.Ordinal));
    }

    private const string Online =
        """
        {
          "Get-InboundConnector": [
            { "Name": "From on-premises", "Enabled": true, "ConnectorType": "OnPremises", "SenderDomains": ["smtp:*;1"], "SenderIPAddresses": [], "RequireTls": true, "TlsSenderCertificateName": "*.own.test", "RestrictDomainsToIPAddresses": false },
            { "Name": "From scanners", "Enabled": true, "ConnectorType": "OnPremises", "SenderDomains": ["smtp:*;1"], "SenderIPAddresses": ["192.0.2.10", "192.0.2.16/28"], "RequireTls": false, "TlsSenderCertificateName": null },
            { "Name": "Bank", "Enabled": true, "ConnectorType": "Partner", "SenderDomains": ["smtp:bank.test;1"], "SenderIPAddresses": ["203.0.113.0/24"], "RequireTls": true, "RestrictDomainsToIPAddresses": true }
          ],
          "Get-AcceptedDomain": [ { "DomainName": "own.test", "DomainType": "Authoritative" }, { "DomainName": "relay.test", "DomainType": "InternalRelay", "MatchSubDomains": true } ]
        }
        """;

    [Theory]
    [InlineData("client=198.51.100.7 to=u@far.test", "550 5.7.64 TenantAttribution; Relay Access Denied")]
    [InlineData("client=192.0.2.20 from=a@own.test to=u@far.test", "accept other")]
    [InlineData("client=192.0.2.20 from=a@x.relay.test to=u@far.test", "accept other")]
    [InlineData("client=192.0.2.20 from=a@other.test to=u@far.test", "depends certificate of an accepted domain, or a null sender")]
    [InlineData("client=192.0.2.32 from=a@own.test to=u@far.test", "550 5.7.64 TenantAttribution; Relay Access Denied")]
    [InlineData("client=198.51.100.7 from=x@bank.test to=u@relay.test tls=yes", "550 5.7.51")]
    [InlineData("client=203.0.113.7 from=x@bank.test to=u@relay.test", "550 5.7.51")]
    [InlineData("client=203.0.113.7 from=x@bank.test to=u@relay.test tls=yes", "accept relay-domain")]
    [InlineData("client=198.51.100.7 to=u@own.test", "depends recipient lookup (directory based edge blocking)")]
    public void Exchange_Online_relays_for_whom_a_connector_ties_to_the_tenant(string question, string decision) =>
        Assert.Equal(decision, Ask(ExchangeReader.Read(new MemoryFiles(new Dictionary<string, string> { ["/x/all.json"] = Online }), "/x/all.json", new ReadingOptions()), question, "Exchange Online"));

    [Fact]
    public void A_certificate_ties_to_the_tenant()
    {
        var read = ExchangeReader.Read(new MemoryFiles(new Dictionary<string, string> { ["/x/all.json"] = Online }), "/x/all.json", new ReadingOptions());
        var attempt = new Attempt { Client = System.Net.IPAddress.Parse("198.51.100.7"), Tls = new Tls("aa", IsVerified: true, Subject: "CN=mail.own.test, O=Own"), MailFrom = "a@own.test", RcptTo = "u@far.test" };
        Assert.Equal("accept other", DecisionLine.Write(Evaluator.Evaluate(read.Policies[0], attempt)));
        Assert.Equal("550 5.7.64 TenantAttribution; Relay Access Denied", DecisionLine.Write(Evaluator.Evaluate(read.Policies[0], attempt with { Tls = attempt.Tls with { IsVerified = false } })));
    }

    private static readonly string[] s_pieces =
        ["{", "}", "[", "]", ",", ":", "\"Name\"", "\"RemoteIPRanges\"", "\"1.2.3.4-1.2.3.9\"", "\"0.0.0.0/0\"", "\"DomainName\"", "\"DomainType\"", "\"Authoritative\"", "\"*\"", "null", "true", "3", "\n", "\"Bindings\"", "\"[::]:25\"", "Name,RemoteIPRanges\n", "a,b\n", "\"",
            "\"ConnectorType\"", "\"SenderDomains\"", "\"x\"", "\"::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff\"", "#TYPE x\n", "\"ExtendedRights\"", "\"User\""];

    [Fact]
    public void No_text_makes_the_reader_fail() =>
        Gen.OneOf(Gen.Int[0, s_pieces.Length - 1].Array[0, 30].Select(static picks => string.Concat(picks.Select(static i => s_pieces[i]))), Gen.String).Sample(
            static text =>
            {
                var read = ExchangeReader.Read(new MemoryFiles(new Dictionary<string, string> { ["/x/a.json"] = text }), "/x/a.json", new ReadingOptions());
                foreach (var policy in read.Policies) Evaluator.Evaluate(policy, new Attempt { Client = System.Net.IPAddress.Loopback, MailFrom = text, RcptTo = text });
            },
            iter: 3_000, print: static t => t);

    private static Configuration Read(string connectors = Connectors, string permissions = Permissions, string domains = Domains) =>
        ExchangeReader.Read(new MemoryFiles(new Dictionary<string, string> { ["/x/receive.json"] = connectors, ["/x/permissions.csv"] = permissions, ["/x/domains.json"] = domains }), "/x/receive.json", new ReadingOptions());

    private static string Ask(Configuration configuration, string question, string listener)
    {
        Assert.True(AttemptLine.TryParse(question, out var line, out var problem), problem.ToString());
        return DecisionLine.Write(Evaluator.Evaluate(configuration.Policies.First(p => p.Listener.Name == listener), line!.Attempt));
    }
}
