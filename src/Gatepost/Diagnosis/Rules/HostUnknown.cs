using Gatepost.Smtp;

namespace Gatepost.Diagnoses.Rules;

/// <summary>GP210: the recipient's domain or host does not exist.</summary>
internal sealed class HostUnknown : ReasonRule
{
    public override Reason Reason => Reason.HostUnknown;

    public override Cause Cause { get; } = new("GP210", "hostunknown", "The recipient's domain or its mail host does not exist", Side.Sender, Owner.Sender)
    {
        Why = "The part after the @ could not be resolved in DNS: it is mistyped, the domain has expired, or its MX record names a host that does not exist.",
        Plain = "The part of the address after the @, {domain}, could not be found. It is probably mistyped, or the domain no longer exists.",
        Fixes =
        [
            new Fix(Owner.Sender, ["Compare the part after the @ with what the recipient gave you.", "Open the recipient's web site to see whether the domain is still in use."]),
            new Fix(Owner.RecipientDns, ["Renew the domain, or correct its MX record so that it names a host with an address."], OnlyIf: "The address is spelled right."),
        ],
        Decides = "Does the domain exist, and do its MX hosts have addresses? `dig MX DOMAIN` and `dig A HOST` tell.",
        References = ["RFC 5321 section 5.1", "RFC 3463 X.1.2, X.4.4"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "bad domain>",
        "host (is |)(unknown|not found|name lookup failure)",
        "(unknown|unrouteable|unroutable|unresolvable|non-existent|nonexistent|no such|bad>|invalid) ~ (host|domain|domain name|hostname|host name|destination host|destination domain|recipient domain)",
        "(host|domain|hostname|domain name|recipient domain|address domain|destination domain) ~ (not found|unknown|not exist|non-existent|nonexistent|unresolvable|not resolvable)",
        "(domain|host) (doesn't|does not>|doesnt|no longer) ~ (exist|exists|seem to exist)",
        "(domain|host) .. (couldn't be found|could not be found|can't be found|cannot be found|does not exist|doesn't exist)",
        "(mailbox|recipient) domain .. (not found|does not exist)",
        "host or domain name not found",
        "host .. not found",
        "name server .. (host not found|no data known)",
        "(couldn't|could not>|can't|cannot|unable to>) ~ (find|locate|resolve|lookup|look up>) ~ (host|domain|route to|destination domain|recipient domain|hostname)",
        "(unrouteable|unroutable|unrouteble|unroutable mail) ~ (address|mail domain|domain|destination)",
        "bad destination system address",
        "illegal host/domain name",
        "no route (found |)to domain",
        "domain is not reachable",
        "domain (isn't|is not) (valid|registered|active|found|configured on the internet|reachable)",
        "(domain|name) lookup .. (nxdomain|non-existent)",
        "nxdomain",
        "can't resolve destination",
        "unknown destination host",
        "no such (host|domain|domain name|internet domain)",
        "name or service not known",
        "dns> .. (type65|type 255|lookup) .. no such domain",
        "domain .. (has expired|not in dns|no dns|has no dns)",
        "dns server returned answer with no data",
        "infodomainnonexistent",
        "dns domain .. does not exist",
        "unknown domain",
        "unable to route to domain",
        "does not exist",
        // Other languages
        "(domain|host) .. (unbekannt|existiert nicht|nicht gefunden)",
        "(domaine|hote) .. (inconnu|inexistant|n'existe pas)",
        "(dominio|host) .. (desconocido|no existe|inexistente|sconosciuto|non esiste|no encontrado)",
        "domein .. (onbekend|bestaat niet)",
        "domena .. nie istnieje",
        "домен .. (не существует|не найден)",
        "*ドメインが存在しません",
        "*域名不存在",
        "*域名错误",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "found try again",
        "temporary",
        "servfail",
        "domain of sender",
        "(sender|sender's|sending|envelope from|mail from|return-path) ~ (address|domain|host)",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "550 5.1.2 <pat@example.invalid>... Host unknown (Name server: example.invalid: host not found)",
        "Host or domain name not found. Name service error for name=example.invalid type=A: Host not found",
        "550 5.4.4 Invalid domain",
        "Unrouteable address",
        "Sorry, I couldn't find any host named example.invalid. (#5.1.2)",
        "550 5.1.2 Bad destination system address",
        "Domain does not exist",
        "554 The mail could not be delivered to the recipient because the domain is not reachable. Please check the domain and try once more",
        "5.1.2 Illegal host/domain name found",
        "550 5.4.310 DNS domain example.invalid does not exist [Message=InfoDomainNonexistent]",
        "pat@example.invalid ... unknown host",
        "DNS lookup failure: host example.invalid not found",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "553 5.1.8 <pat@example.invalid>... Domain of sender address pat@example.invalid does not exist",
        "Name service error for domain example.org: Host not found, try again",
        "550 5.1.1 User does not exist",
    ];

    /// <summary>At MAIL it is the sender's domain that is looked up.</summary>
    internal override bool Holds(Case c) => c.Refusal.Phase != SmtpPhase.Mail;

    internal override bool HoldsWithoutWords(Case c) =>
        c.Refusal.Phase != SmtpPhase.Mail && (c.StatusIs(1, 2) || c.StatusIs(4, 4));
}
