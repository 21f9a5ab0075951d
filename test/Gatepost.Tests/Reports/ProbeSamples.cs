using System.Net;
using Gatepost.Diagnoses;
using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Smtp;

namespace Gatepost.Tests.Reports;

/// <summary>Verdicts of probes made by hand, so that the reports are tested apart from the engine.</summary>
internal static class ProbeSamples
{
    private const string Domain = "example.net";
    private const string Pat = "pat@example.net";
    private const string Foreign = "probe@gatepost.invalid";
    private static readonly DateTimeOffset At = new(2026, 11, 25, 18, 0, 0, TimeSpan.Zero);
    private static readonly IPEndPoint Resolver = new(IPAddress.Parse("192.0.2.53"), 53);

    private static readonly TlsSession Tls = new()
    {
        Protocol = "TLSv1.3", CipherSuite = "TLS_AES_256_GCM_SHA384", Subject = "CN=mx1.example.net", Issuer = "CN=Example CA", Names = ["mx1.example.net"], NamesTheHost = true,
        NotBefore = At.AddDays(-30), NotAfter = At.AddDays(60),
    };

    public static Inquiry Inquiry { get; } = new(QuestionKind.MailRouting | QuestionKind.RecipientTaken | QuestionKind.Ports) { Domain = Domain, Recipient = Pat };

    public static ProbeVerdict Accepts { get; } = new(ProbeVerdictKind.Accepts, "Every MX host of example.net takes mail for pat@example.net.", null, new Observations(Inquiry,
        [new Fact(FactKind.MxAnswers, Domain, "accept", "both MX hosts take the recipient", "mx1.example.net, mx2.example.net") { ObservedAt = At }])
    {
        Domain = Survey(MailRoute.Records, [Host(10, "mx1.example.net", "192.0.2.25", "2001:db8::25"), Host(20, "mx2.example.net", "198.51.100.25")]) with
        {
            Servers = [Server("ns1.example.net", "192.0.2.1", 2026112301, (10, "mx1.example.net"), (20, "mx2.example.net")), Server("ns2.example.net", "198.51.100.1", 2026112301, (10, "mx1.example.net"), (20, "mx2.example.net"))],
            Dnssec = DnssecState.Secure,
            Findings = [new DnsFinding(DnsFindingKind.ImplicitMx, Domain, "the TTL of the MX records is 300 seconds", "resolver 192.0.2.53")],
        },
        MxDialogs = [Dialog("mx1.example.net", "192.0.2.25", 47, "250", "250", "554"), Dialog("mx1.example.net", "2001:db8::25", 51, "250", "250", "554"), Dialog("mx2.example.net", "198.51.100.25", 1210, "250", "250", "554")],
        PortDialogs = [Port("mx1.example.net", "192.0.2.25", 587, "mx1.example.net"), Port("mx1.example.net", "192.0.2.25", 465, null)],
        Elapsed = TimeSpan.FromSeconds(1.6),
    });

    public static ProbeVerdict NotConfigured { get; } = new(ProbeVerdictKind.Refuses, "The MX host of example.net refuses mail for pat@example.net: it does not take the domain for its own.",
        Samples.DomainNotConfigured with { Confidence = Confidence.High, ConfidenceBecause = "the MX host refuses every address of the domain as it refuses strangers", Alternatives = [], Unknown = [], Next = ["gatepost probe pat@example.net"] },
        new Observations(Inquiry, [new Fact(FactKind.MxAnswer, "mx1.example.net", "refuses-relay", "mx1.example.net refuses pat@example.net", "mx1.example.net") { ObservedAt = At, Supports = ["GP111"] }])
        {
            Domain = Survey(MailRoute.Records, [Host(10, "mx1.example.net", "192.0.2.25")]),
            MxDialogs = [Dialog("mx1.example.net", "192.0.2.25", 47, "550 5.7.1 <pat@example.net>: Relay access denied", "550 5.7.1 <postmaster@example.net>: Relay access denied", "550 5.7.1 Relay access denied")],
            Elapsed = TimeSpan.FromMilliseconds(180),
        });

    public static ProbeVerdict Migration { get; } = new(ProbeVerdictKind.Mixed, "The name servers of example.net disagree where its mail goes; one of the two servers refuses it.",
        Diagnosis("GP113", "migration-in-progress", "The recipient's domain is moving to another mail server", Owner.RecipientDns, Confidence.High, "the name servers give different MX records",
            [new Fact(FactKind.NameServers, Domain, "differ", "ns1.example.net and ns2.example.net give different MX records", "asked directly"), new Fact(FactKind.MxAnswers, Domain, "mixed", "new-mx.example.org takes the recipient, old-mx.example.net refuses", "RCPT TO")],
            [new Fix(Owner.RecipientDns, ["Make both name servers give the MX record of the new server.", "Keep the old server taking mail until the old records have run out."])]),
        new Observations(Inquiry, [])
        {
            Domain = Survey(MailRoute.Records, [Host(10, "new-mx.example.org", "203.0.113.25"), Host(20, "gone.example.org", MailHostState.NxDomain)]) with
            {
                Servers =
                [
                    Server("ns1.example.net", "192.0.2.1", 7, (10, "new-mx.example.org"), (20, "gone.example.org")), Server("ns2.example.net", "198.51.100.1", 1, (10, "old-mx.example.net")),
                    new NameServerAnswer("ns3.example.net", IPAddress.Parse("203.0.113.1")) { Mx = Response(DnsType.Mx, DnsOutcome.Refused), Soa = Response(DnsType.Soa, DnsOutcome.Refused) },
                    new NameServerAnswer("ns4.example.net", IPAddress.Parse("203.0.113.2")) { Mx = Response(DnsType.Mx, DnsOutcome.Timeout), Soa = Response(DnsType.Soa, DnsOutcome.Timeout) },
                ],
                Findings =
                [
                    new DnsFinding(DnsFindingKind.InconsistentMx, Domain, "the name servers give two different MX sets", "ns1, ns2"), new DnsFinding(DnsFindingKind.LameServer, "ns3.example.net", "ns3.example.net does not serve example.net", "ns3.example.net (203.0.113.1)"),
                    new DnsFinding(DnsFindingKind.MxHostNxDomain, "gone.example.org", "gone.example.org does not exist", "resolver 192.0.2.53"),
                ],
            },
            MxDialogs = [Dialog("new-mx.example.org", "203.0.113.25", 60, "250"), Dialog("old-mx.example.net", "192.0.2.30", 44, "550 5.7.1 Relaying denied")],
            Elapsed = TimeSpan.FromSeconds(2.4),
        });

    public static ProbeVerdict NullMx { get; } = new(ProbeVerdictKind.NoMail, "example.net says by its null MX record that it takes no mail.",
        Diagnosis("GP114", "domain-dead", "The recipient's domain does not exist, or takes no mail", Owner.Nobody, Confidence.High, "the domain's own DNS says so",
            [new Fact(FactKind.MailRoute, Domain, "null", "the MX record of example.net is the null MX", "resolver 192.0.2.53") { ObservedAt = At }], [new Fix(Owner.Sender, ["Check the spelling of the address, and remove it from lists."])]),
        new Observations(Inquiry, []) { Domain = Survey(MailRoute.Null, []) with { Findings = [new DnsFinding(DnsFindingKind.NullMx, Domain, "0 . is the only MX record: a null MX", "resolver 192.0.2.53")] }, Elapsed = TimeSpan.FromMilliseconds(21) });

    public static ProbeVerdict Blocked { get; } = new(ProbeVerdictKind.Unreachable, "Port 25 of mx1.example.net cannot be reached from here, its other ports can.",
        Diagnosis("GP133", "port-blocked", "The network lets no mail through at port 25", Owner.Network, Confidence.Medium, "port 25 is silent, port 587 of the same host answers",
            [new Fact(FactKind.Ports, "mx1.example.net", "smtp-blocked", "port 25 is silent and port 587 answers", "192.0.2.25")], [new Fix(Owner.Network, ["Let port 25 out, or send through a smarthost at port 587."])]),
        new Observations(Inquiry, [])
        {
            Domain = Survey(MailRoute.Records, [Host(10, "mx1.example.net", "192.0.2.25")]),
            MxDialogs = [new DialogResult(Plan("mx1.example.net", "192.0.2.25", 25), new DialogOutcome(SmtpPhase.Connect, DialogFault.TimedOut)) { StartedAt = At, Elapsed = TimeSpan.FromSeconds(5) }],
            PortDialogs = [Port("mx1.example.net", "192.0.2.25", 587, "mx1.example.net"), new DialogResult(Plan("mx1.example.net", "192.0.2.25", 465), new DialogOutcome(SmtpPhase.Connect, DialogFault.ConnectionRefused))],
            IsComplete = false,
            Elapsed = TimeSpan.FromSeconds(10),
        });

    public static ProbeVerdict Greylisted { get; } = new(ProbeVerdictKind.Defers, "The MX host of example.net puts mail for pat@example.net off for now, which is no verdict.", null, new Observations(Inquiry, [])
    {
        Domain = Survey(MailRoute.Implicit, [Host(0, Domain, "192.0.2.25")]),
        MxDialogs = [Dialog(Domain, "192.0.2.25", 38, "450 4.2.0 <pat@example.net>: Recipient address rejected: Greylisted, see http://postgrey.example/help") with { Tls = null, OfferUnderTls = null, OfferBeforeTls = new EhloOffer("mail.hoster.example", ["SIZE 1000"]) }],
        Elapsed = TimeSpan.FromMilliseconds(90),
    });

    public static IReadOnlyList<ProbeVerdict> All { get; } = [Accepts, NotConfigured, Migration, NullMx, Blocked, Greylisted];

    public static Diagnosis Diagnosis(string id, string name, string title, Owner owner, Confidence confidence, string because, IReadOnlyList<Fact> evidence, IReadOnlyList<Fix> fixes) => Samples.Bare with
    {
        Refusal = Samples.Relay,
        Cause = new Cause(id, name, title, Side.Recipient, owner) { Why = "This is what the cause means, in a sentence or two for an administrator.", Plain = "plain", Fixes = fixes },
        Side = Side.Recipient, Owner = owner, Confidence = confidence, ConfidenceBecause = because, Evidence = evidence, Fixes = fixes,
    };

    public static DialogPlan Plan(string host, string address, int port) => new(host, new IPEndPoint(IPAddress.Parse(address), port), "mail.example.com");

    public static DialogResult Dialog(string host, string address, int milliseconds, params string[] replies)
    {
        string[] recipients = [Pat, "postmaster@" + Domain, Foreign];
        return new DialogResult(Plan(host, address, 25) with { Envelopes = [new Envelope("", recipients[..replies.Length])] }, new DialogOutcome(SmtpPhase.Rcpt, DialogFault.None))
        {
            Banner = new Reply(220, null, $"{host} ESMTP"), OfferBeforeTls = new EhloOffer(host, ["STARTTLS", "SIZE 1000"]), OfferUnderTls = new EhloOffer(host, ["SIZE 1000", "AUTH PLAIN LOGIN"]),
            Tls = Tls with { Names = [host] }, Recipients = [.. replies.Select((r, i) => new RecipientAnswer(0, recipients[i], Reply.Parse(r)))],
            Wire = [new WireLine(WireKind.Server, $"220 {host} ESMTP", TimeSpan.FromMilliseconds(9)), new WireLine(WireKind.Client, "EHLO mail.example.com", TimeSpan.FromMilliseconds(9)), new WireLine(WireKind.RefusalTls, replies[0], TimeSpan.FromMilliseconds(30))],
            LocalAddress = new IPEndPoint(IPAddress.Parse("203.0.113.9"), 40000), StartedAt = At, Elapsed = TimeSpan.FromMilliseconds(milliseconds),
        };
    }

    private static DialogResult Port(string host, string address, int port, string? name) => name is null
        ? new DialogResult(Plan(host, address, port), new DialogOutcome(SmtpPhase.Connect, DialogFault.ConnectionRefused))
        : new DialogResult(Plan(host, address, port), new DialogOutcome(SmtpPhase.Ehlo, DialogFault.None)) { Banner = new Reply(220, null, name), OfferBeforeTls = new EhloOffer(name, ["STARTTLS"]) };

    private static DomainSurvey Survey(MailRoute route, IReadOnlyList<MailHost> hosts) => new(Domain) { Route = route, Hosts = hosts, Mx = Response(DnsType.Mx, DnsOutcome.Answer) with { Server = Resolver } };

    private static DnsResponse Response(DnsType type, DnsOutcome outcome) => new(new DnsQuery(Domain, type), outcome) { ObservedAt = At };

    private static MailHost Host(int preference, string name, params string[] addresses) => new(preference, name, MailHostState.Usable, [.. addresses.Select(IPAddress.Parse)]);

    private static MailHost Host(int preference, string name, MailHostState state) => new(preference, name, state, []);

    private static NameServerAnswer Server(string name, string address, uint serial, params (int Preference, string Exchange)[] records) => new(name, IPAddress.Parse(address))
    {
        Mx = Response(DnsType.Mx, DnsOutcome.Answer) with { Authoritative = true, Answers = [.. records.Select(static r => new DnsRecord(Domain, DnsType.Mx, 300, new DnsData.Mx(r.Preference, r.Exchange)))] },
        Soa = Response(DnsType.Soa, DnsOutcome.Answer) with { Authoritative = true, Answers = [new DnsRecord(Domain, DnsType.Soa, 300, new DnsData.Soa("ns1." + Domain, "hostmaster." + Domain, serial, 1, 1, 1, 1))] },
    };
}
