using Gatepost.Smtp;

namespace Gatepost.Diagnoses.Rules;

/// <summary>GP214: DNS or network failed.</summary>
internal sealed class NetworkError : ReasonRule
{
    public override Reason Reason => Reason.NetworkError;

    public override Cause Cause { get; } = new("GP214", "networkerror", "DNS or the network failed", Side.Undetermined, Owner.Undetermined)
    {
        Why = "The sending server could not find or reach the recipient's mail server: DNS did not answer, the route is missing, the connection was refused or broken, or the mail went round in a loop.",
        Plain = "The server for {domain} could not be found or reached over the network. The fault may lie on either side or in between.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin,
            [
                "Look the domain up from the sending server (`dig MX DOMAIN`), and connect to port 25 of the MX by hand.",
                "Check the resolver, the route and the firewall of the sending server.",
            ]),
            new Fix(Owner.RecipientDns,
            [
                "Check that every name server of the domain answers and that the MX names a host with a public address.",
            ], OnlyIf: "Others cannot find the domain either."),
            new Fix(Owner.RecipientAdmin,
            [
                "For a loop: look for two servers, or an alias and a forward, that hand the message to each other.",
            ], OnlyIf: "The reply speaks of a loop or of too many hops."),
        ],
        Decides = "Can the domain's MX be found and reached from elsewhere? `gatepost probe DOMAIN` tells.",
        References = ["RFC 3463 X.4.3, X.4.4, X.4.6", "RFC 5321 section 6.3"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "(bad connection|routing errors)",
        "(name|dns|domain name) (service|server|resolution|lookup) (error|failure|failed|temporarily failed|timeout|problem|temporary)",
        "(host|domain) not found .. try again",
        "(dns|mx|a record|aaaa record) (lookup|query|error|failure|resolution|record lookup|server) (failed|failure|error|of|timed out|returned|problem|temporarily|did not)",
        "dns error",
        "(temporary|transient) (dns|name|lookup|network|resolver|hostname|connection) (error|failure|problem|lookup|resolution|service)",
        "(network|routing|socket|connection|transport|i/o) (error|is unreachable|unreachable|failure|problem|loop)",
        "(no route to host|network is unreachable|network unreachable|network error|host is unreachable|route to host|destination host unreachable|connection reset by peer|broken pipe|no route)",
        "(could not|couldn't|can't|cannot|unable to|wasn't able to|failed to|was not able to) (establish|open|make|create|set up) (an |a |any |)(smtp |)(connection|session|channel)",
        "(could not|couldn't|can't|cannot|unable to|failed to) (connect|reach) (to |with |)(any |the |)(smtp|mx|mail exchanger|remote|destination)",
        "connection (refused|was refused|reset|closed|dropped|aborted|failed|failure|died|broken)",
        "(refused|dropped|closed|reset) (the |our |by )(connection|peer)",
        "(mail|message|routing|forwarding|delivery|possible|hop|smtp|alias) (loop|loops|looping|ping-pong)",
        "(loops back|loop detected|mail loop|is looping|looping|loop back|in a loop)",
        "(too many|maximum|excessive) (hops|received|received headers|hop count|hop|received lines|forwards|relays)",
        "(hop count|hops) .. (exceed|exceeded|too|limit)",
        "mx .. (loop|loops back to myself|points to self|points back|lowest numbered|lists this host|points to localhost|pointing to|is local)",
        "lowest numbered mx",
        "(mx|mail exchanger|mx host|mx hosts) .. (unreachable|invalid|cname|loopback|private|bad|no address|failed|not resolve|could not be|network error|unresolvable|illegal)",
        "(name|host|domain) .. resolves to .. (loopback|localhost|127.0.0|private|invalid|self)",
        "(bad|illegal|malformed|invalid) (dns|mx) (response|reply|record|packet|name server)",
        "(dns server|name server|nameserver|dns) .. (servfail|no response|not responding|unreachable|lame|unavailable|did not respond)",
        "servfail",
        "(address family|protocol) (mismatch|not supported)",
        "unable to (resolve|lookup) .. (temporarily|try)",
        "malformed or unexpected name server reply",
        "responded with code (nxdomain|servfail|refused|noerror)",
        "(getaddrinfo|gethostbyname|res_query|res_search|eai_again|econnrefused|ehostunreach|enetunreach|econnreset|etimedout|enotfound)",
        "no mx .. reachable",
        "(netzwerkfehler|netzwerk nicht erreichbar|verbindung abgelehnt|verbindung fehlgeschlagen)",
        "(erreur reseau|erreur réseau|connexion refusee|connexion refusée|boucle)",
        "(error de red|conexion rechazada|conexión rechazada|erro de rede|conexão recusada|errore di rete|connessione rifiutata)",
        "(ошибка сети|ошибка dns|соединение сброшено|в соединении отказано)",
        "*ネットワークエラー",
        "*ループ",
        "*网络错误",
        "*连接被拒",
        "*域名解析",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "(blacklist|blocklist|rbl|dnsbl)",
        "(message|queue|envelope|mail) expired",
        "(could not be|not be) delivered for",
        "deleted from queue",
        "did not accept our requests to connect",
        "(reverse|ptr)",
        "null mx",
        "(refused|denied|rejected) .. (due to|because)",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "Name service error for domain example.org: Host not found, try again",
        "Network error on destination MXs",
        "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)",
        "DNS Error: 80335577 DNS type 'mx' lookup of example.invalid responded with code SERVFAIL",
        "connect to mail.example.org[192.0.2.25]:25: Connection refused",
        "connect to mail.example.org[192.0.2.25]:25: No route to host",
        "5.4.6 mail for example.org loops back to myself",
        "554 5.4.6 Too many hops 26 (25 max)",
        "lowest numbered MX record points to local host",
        "451 4.4.3 Temporary DNS error",
        "554 5.4.14 Hop count exceeded - possible mail loop",
        "403 4.4.0 connection reset by peer",
        "MX loop detected for example.org",
        "Temporary lookup failure: SERVFAIL",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550 5.1.2 Host unknown",
        "550 5.1.1 User unknown",
        "550 5.4.316 Message expired, connection refused",
    ];

    internal override bool HoldsWithoutWords(Case c) =>
        c.StatusIs(4, 3) || c.StatusIs(4, 6) || c.StatusIs(4, 14) || c.StatusIs(4, 0) || c.Refusal.Phase == SmtpPhase.Connect && c.Code is null;
}
