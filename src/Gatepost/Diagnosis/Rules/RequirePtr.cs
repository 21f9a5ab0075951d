namespace Gatepost.Diagnoses.Rules;

/// <summary>GP220: the client's PTR record is missing or wrong.</summary>
internal sealed class RequirePtr : ReasonRule
{
    public override Reason Reason => Reason.RequirePtr;

    public override Cause Cause { get; } = new("GP220", "requireptr", "The sending server's reverse DNS (PTR) is missing or does not fit", Side.Sender, Owner.SendingAdmin)
    {
        Why = "The receiving server looked up the name of the connecting address (PTR) and found none, one that does not lead back to the address, or a generic one. Most receivers ask for a PTR whose name resolves back to the same address.",
        Plain = "{server} could not find a proper name for the server that sent your message. The people who run that server must set it up; your message itself is fine.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin,
            [
                "Ask whoever owns the address (the hosting or internet provider) to set its PTR to the server's name, such as mail.example.net.",
                "Give that name an A or AAAA record with the same address.",
                "Let the server say that name in EHLO.",
                "Do the same for IPv6, or send over IPv4 only until it is done.",
            ]),
            new Fix(Owner.Sender, ["Send through your provider's outgoing server instead of directly."]),
        ],
        References = ["RFC 1912 section 2.1", "RFC 7601 section 2.7.3", "RFC 7372 section 3.3 (X.7.25)"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "(ptr|rdns|r-dns) (record|records|lookup|entry|check|entries|dns|is|name|or|resource|does|of)",
        "(no|missing|invalid|valid|without|bad|lacks|have|has|generic|requires|require|wrong) (a |an |valid |)(ptr|rdns|reverse dns|reverse-dns|reverse hostname|reverse lookup|reverse name)",
        "(reverse dns|reverse-dns|reversedns|inverse dns|reverse name|reverse ip|reverse domain name) (lookup|lookups|record|records|entry|resolution|failed|failure|is|not|does|validation|required|check|mismatch|hostname|name|for|mapping|error|and|or|address|pointer|test|zone|configuration)",
        "(fix|check|verify|correct|your|the) (your |the |its |)(reverse dns|rdns|ptr|reverse hostname|reverse-dns|reverse lookup)",
        "cannot find your (reverse hostname|hostname)",
        "(find|resolve|verify|determine|get) your (reverse|hostname|reverse hostname|reverse address|ip name|host name)",
        "reverse lookup",
        "ip name lookup (failed|possibly forged)",
        "(ip address|host|client|server|connecting host|ip) .. (does not|doesn't|do not|cannot|could not|has no|must|not|without|should) .. (reverse|ptr|resolve to|resolve back)",
        "(servers|devices|hosts|ips|ip addresses|clients|systems|mail servers) (with no|without|with|lacking) (a |valid |)(reverse|rdns|ptr)",
        "(forward|reverse) (dns |)(confirmed|and reverse|entry) .. (match|point|mismatch|not)",
        "(forward-confirmed|fcrdns|iprev check|iprev test)",
        "all mail servers must have a ptr",
        "(hostname|host name|dns name|client name) .. (doesn't|does not|did not|do not|not) match .. (ip|address)",
        "domain .. mismatches client ip",
        "unresolvable (relay|client|connecting) (host|ip|hostname)",
        "(client|sender|relay|connecting) (host|ip) .. (name lookup failure|unresolvable|does not resolve)",
        "(unknown|unverified|no dns) (client hostname|hostname for|rdns)",
        "(client|your|connecting) (host |host's |)(hostname|host name) (cannot|could not|can't) be (resolved|verified|found)",
        "(dns name|hostname|dns entry|dns record) .. (required|not found|missing) .. (your|client|connecting|sending) (ip|host|server)",
        "connections not accepted from servers without a valid sender domain",
        "(dynamic|generic|dialup) (reverse dns|rdns|ptr)",
        "your (ip|server) .. (has no|doesn't have|does not have) .. (reverse|ptr|hostname|dns)",
        "your mail server .. reverse",
        "(your|the) ip address .. (no|missing) .. (dns|ptr|rdns)",
        "mail server .. (ptr|rdns|reverse)",
        "no matches to nameserver query",
        "(p=ipv6authorizationerror|answer/81126 ip-practices)",
        "access denied .. ip name lookup",
        "reverse dns",
        "keinen (reverse|ptr)",
        "(reverse dns|ptr) .. (fehlt|nicht vorhanden|ungueltig|ungültig)",
        "(dns inverse|resolution inverse|enregistrement ptr|résolution inverse)",
        "(dns inverso|registro ptr|resolucion inversa|resolución inversa|risoluzione inversa)",
        "(ptr|обратная зона|обратной зоны|обратного dns) .. (запись|записи|не|отсутствует)",
        "*逆引き",
        "*反向解析",
        "*反向域名",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "relay access denied",
        "relaying denied",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "450 4.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.24]",
        "550-5.7.25 [192.0.2.24] The IP address sending this message does not have a PTR record setup, or the corresponding forward DNS entry does not point to the sending IP.",
        "554 Comcast requires that all mail servers must have a PTR record with a valid Reverse DNS entry.",
        "550 Your message was rejected by this system. Reason: This system will not accept messages from servers/devices with no reverse DNS. IP=[192.0.2.24]",
        "551 Server access forbidden by invalid RDNS record of your mail server (192.0.2.24).",
        "550 5.7.1 Connections not accepted from servers without a valid sender domain. Fix reverse DNS for 192.0.2.24",
        "450 4.7.1 Access denied. IP name lookup failed [192.0.2.24]",
        "550 domain [example.net] mismatches client ip 192.0.2.24.",
        "554 5.7.1 <unknown[192.0.2.24]>: Client host rejected: no PTR record",
        "550 5.7.25 <pat@example.org>: Recipient address rejected: Reverse DNS validation failed",
        "554 IMP 192.0.2.24 has no rDNS",
        "421 4.7.1 : (DNS:NR) Your IP address must have a reverse DNS entry",
        "550 Sender IP reverse lookup rejected",
        "554 5.7.1 Fix your PTR and try again",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "553 5.1.8 <alex@example.invalid>... Domain of sender address alex@example.invalid does not exist",
        "550 5.1.2 Host unknown",
        "554 5.7.1 Client host rejected: Access denied",
    ];

    internal override bool HoldsWithoutWords(Case c) => c.StatusIs(7, 25);
}
