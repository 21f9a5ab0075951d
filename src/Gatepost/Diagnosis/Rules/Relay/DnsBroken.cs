using Gatepost.Evidence;

namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP115: the DNS of the recipient's domain is broken.</summary>
internal sealed class DnsBroken : CauseRule
{
    public override Cause Cause { get; } = new("GP115", "dns-broken",
        "The DNS of the recipient's domain is broken", Side.Recipient, Owner.RecipientDns)
    {
        Why = "The sending server could not find out where to deliver: the domain's name servers fail or do not answer, its DNSSEC signatures do not check out, or its MX record leads to an alias, to no address, to a private address or back to the sender.",
        Plain = "Other servers cannot find out where to deliver mail for {domain}, because its entries in the internet's directory (DNS) are broken.",
        Fixes =
        [
            new Fix(Owner.RecipientDns,
            [
                "Ask every name server of the domain for MX, and for the address of each MX host; mend those that fail or differ.",
                "If the domain is signed (DNSSEC), check that the DS record at the parent matches the keys.",
                "An MX record must name a host with a public address: no alias (CNAME), no literal, no private address.",
            ]),
            new Fix(Owner.Sender, ["Send the message again in a day; if it fails again, tell the recipient by another way."]),
        ],
        DoNot = ["Do not unsubscribe the recipient: the address is not at fault."],
        Decides = "What does each name server of the domain answer when it is asked itself?",
        References = ["RFC 5321 section 5.1", "RFC 2181 section 10.3", "RFC 8914"],
    };

    public override IReadOnlyList<string> Says =>
    [
        "servfail",
        "(name service|dns|name server|nameserver) ... (try again|temporary failure|temporarily|timed out|timeout|not responding|unreachable)",
        "(host name lookup|dns lookup|mx lookup|lookup) (failure|failed|error|timed out|problem)",
        "loops back to (myself|me|itself)",
        "mx .. (point|points|pointing|resolves|resolve|list|lists) .. (local host|localhost|127.0.0.1|private|loopback|cname|invalid|back to)",
        "all relevant mx records point to non-existent hosts",
        "(no valid|invalid|malformed|illegal|bogus|broken) (mx|mx record|mx records|mail exchanger)",
        "mx (record|records|host|hosts|) .. (do not|does not|don't|cannot|can not|could not|no) .. (resolve|address|a record|be resolved)",
        "dnssec .. (bogus|fail|invalid|broken)",
        "(host|domain) found but no data record of requested type",
        "misconfigured dns",
        "lowest numbered mx record points to local host",
        "config error mx",
    ];

    public override IReadOnlyList<string> Unless => ["(sender|your|from|helo|ehlo|envelope|return-path) (address |) (domain|host)", "sender address rejected", "sender verify", "helo command", "client host", "ptr", "reverse"];

    public override IReadOnlyList<string> Examples =>
    [
        "451 4.4.3 Host or domain name not found. Name service error for name=example.org type=MX: Host not found, try again",
        "554 5.4.6 mail for example.org loops back to myself",
        "all relevant MX records point to non-existent hosts",
        "DNS Error: DNS type 'mx' lookup of example.org responded with code SERVFAIL",
    ];

    internal override QuestionKind Asks(Case c) =>
        c.Roles.RecipientDomain is not null && c.Known.Of(FactKind.MailRoute) is null && FailedLookUp.Fits(c) ? QuestionKind.MailRouting : QuestionKind.None;

    internal override Claim? Consider(Case c)
    {
        if (!FailedLookUp.Fits(c)) return null;
        if (c.Known.IsAny(FactKind.MailRoute, "broken", "unusable"))
        {
            return new Claim(Confidence.High, c.Known.Is(FactKind.MailRoute, "broken")
                    ? "the domain's name servers give no usable answer" : "none of the domain's MX records leads to an address that mail can be sent to")
            {
                Facts = c.WantsFacts ? c.Known.For(Cause.Id, FactKind.MailRoute, FactKind.Broken) : [],
            };
        }

        if (c.Reason == Reason.HostUnknown && FailedLookUp.IsOfAnotherName(c) && !c.Known.IsAny(FactKind.MailRoute, "records", "implicit", "null"))
            return new Claim(Confidence.Medium, "the name that was looked up in vain is not the domain's but that of one of its mail servers")
            { Facts = !c.WantsFacts ? [] : [Facts.Words(c, c.By!, "the words name the look-up that failed", Cause.Id)] };
        if (!c.Says(this)) return null;
        var works = c.Known.IsAny(FactKind.MailRoute, "records", "implicit", "null");
        return new Claim(c.Reason is Reason.Expired || works ? Confidence.Low : Confidence.Medium,
            works ? "the words quote a failed look-up; asked now, the DNS answers" : "the words quote a failed look-up; which server failed is not known")
        { Facts = !c.WantsFacts ? [] : [Facts.Words(c, this, "the words quote a failed look-up", Cause.Id)] };
    }
}
