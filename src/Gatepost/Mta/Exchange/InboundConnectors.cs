using System.Collections.Immutable;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;
using Gatepost.Smtp;

namespace Gatepost.Mta.Exchange;

/// <summary>
/// Exchange Online with its inbound connectors. Mail to accepted domains is taken from anyone, but for what partner connectors restrict; mail to other domains only from clients that an OnPremises
/// connector ties to the tenant, by address or certificate, and with an accepted domain in the sender.
/// </summary>
internal sealed class InboundConnectors(ExchangeExports exports, ExchangeDomains domains, List<ConfigProblem> problems, List<CoverageLine> coverage)
{
    /// <summary>The policy of the one door.</summary>
    public RelayPolicy Policy()
    {
        var connectors = exports.Of(ExchangeExportKind.InboundConnector).Where(static c => c.Flag("Enabled", otherwise: true)).ToList();
        foreach (var connector in connectors) coverage.Add(new CoverageLine(connector.Origin, $"inbound connector {connector.Text("Name")}", Coverage.Understood, "by the documentation"));
        var origin = connectors.Count > 0 ? connectors[0].Origin : Origin.Default;
        var known = new Opaque("recipient lookup (directory based edge blocking)", "recipient", 1, origin);
        var rules = ImmutableArray.CreateBuilder<Rule>();
        foreach (var connector in connectors.Where(static c => !IsPartner(c)))
            rules.Add(Rule.Of($"inbound connector {connector.Text("Name")}", new AllOf([Attributed(connector), Sender(connector), new Not(new ClassIs(domains.Classes, AddressClass.Local, AddressClass.RelayDomain))]), ExchangeReplies.Accept, connector.Origin));
        rules.Add(Rule.Of("unknown recipient", new AllOf([new ClassIs(domains.Classes, AddressClass.Local), known]), ExchangeReplies.UnknownRecipientOnline, origin));
        rules.Add(Rule.Of("accepted domain", new ClassIs(domains.Classes, AddressClass.Local, AddressClass.RelayDomain), ExchangeReplies.Accept, origin));
        return new RelayPolicy
        {
            Listener = new Listener("Exchange Online", origin) { Port = 25 },
            Addressing = new ExchangeAddressing(),
            Classes = domains.Classes,
            Otherwise = ExchangeReplies.RelayAccessDenied,
            Stages = [new Stage(SmtpPhase.Rcpt, [Partners(connectors, origin), new RuleList("inbound connectors", rules.ToImmutable(), origin)])],
        };
    }

    private static bool IsPartner(ExchangeRecord connector) => connector.Text("ConnectorType").Equals("Partner", StringComparison.OrdinalIgnoreCase);

    private static RuleList Partners(List<ExchangeRecord> connectors, Origin origin)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        foreach (var connector in connectors.Where(IsPartner))
        {
            var broken = ImmutableArray.CreateBuilder<Condition>();
            if (connector.Flag("RequireTls")) broken.Add(new Not(new HasTls()));
            if (connector.Flag("RestrictDomainsToIPAddresses")) broken.Add(new Not(Addresses(connector)));
            if (connector.Flag("RestrictDomainsToCertificate")) broken.Add(new Not(new CertificateIs(connector.Text("TlsSenderCertificateName"))));
            if (broken.Count > 0)
                rules.Add(Rule.Of($"partner connector {connector.Text("Name")}", new AllOf([SenderDomains(connector), new AnyOf(broken.ToImmutable())]), ExchangeReplies.PartnerRestricted, connector.Origin));
        }

        return new RuleList("partner connectors", rules.ToImmutable(), origin);
    }

    // By certificate where it names one, by address otherwise.
    private Condition Attributed(ExchangeRecord connector)
    {
        if (connector.Text("TlsSenderCertificateName") is { Length: > 0 } certificate) return new CertificateIs(certificate);
        if (connector.List("SenderIPAddresses").Count == 0)
            problems.Add(new ConfigProblem(connector.Origin, ConfigProblemKind.NoEffect, $"{connector.Text("Name")} names neither a certificate nor an address and ties nobody to the tenant", "name TlsSenderCertificateName or SenderIPAddresses"));
        var addresses = Addresses(connector);
        return connector.Flag("RequireTls") ? new AllOf([addresses, new HasTls()]) : addresses;
    }

    private AllOf Sender(ExchangeRecord connector) =>
        new AllOf([SenderDomains(connector), new AnyOf([domains.OfSender, new Opaque("certificate of an accepted domain, or a null sender", "session", 1, connector.Origin)])]);

    private static ClientIn Addresses(ExchangeRecord connector) => new("SenderIPAddresses", [.. connector.List("SenderIPAddresses").Select(ExchangeRange.Read).OfType<ExchangeRange>()
        .SelectMany(static r => r.Networks()).Select(n => new NetworkEntry(n, 1, n.ToString(), connector.Origin))]);

    // smtp:*.contoso.com;1 is how the cmdlet shows a domain.
    private static Condition SenderDomains(ExchangeRecord connector)
    {
        var names = connector.Values.TryGetValue("SenderDomains", out var values) ? values.SelectMany(static v => v.Split(',')).Select(static v => v.Trim().Split(';')[0]) : [];
        List<string> domains = [.. names.Select(static n => n.StartsWith("smtp:", StringComparison.OrdinalIgnoreCase) ? n[5..] : n).Where(static n => n.Length > 0)];
        return domains.Count == 0 || domains.Contains("*") ? Always.Instance : new ExchangeDomainIn(Dimension.Sender, domains, "SenderDomains");
    }
}
