using Gatepost.Evidence;

namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP132: another server than the MX answered.</summary>
internal sealed class Intercepted : CauseRule
{
    public override Cause Cause { get; } = new("GP132", "intercepted",
        "A server in between answered in place of the recipient's", Side.Neither, Owner.Network)
    {
        Why = "A firewall or an internet provider redirects connections to port 25 to a server of its own, and that one refused. Neither the sender's nor the recipient's server said no.",
        Plain = "Your message never reached the recipient's mail server: a device in the network between answered instead and refused it.",
        Fixes =
        [
            new Fix(Owner.Network, ["Let the sending server reach port 25 of other servers without a proxy in between, or tell its administrator which outgoing server to use."]),
            new Fix(Owner.SendingAdmin, ["Send through the provider's outgoing server (smarthost) with a login on port 587."]),
        ],
        Decides = "Do the greeting and the certificate on port 25 belong to the server that the MX record names?",
        References = ["RFC 5321 section 4.3.1"],
    };

    public override IReadOnlyList<string> Says =>
    [
        "(transparent|transparently|intercepting) (smtp |mail |) (proxy|proxied|redirected|redirect)",
        "(connection|connections|smtp|port 25|traffic) .. (intercepted|redirected) (by|to)",
        "(your |the |) (firewall|isp) (has |) (intercepted|redirected)",
    ];

    public override IReadOnlyList<string> Examples => ["554 5.7.1 Relay access denied: port 25 traffic is redirected to this server"];

    internal override bool NeedsWordsOrFacts => true;

    internal override Claim? Consider(Case c)
    {
        if (c.Says(this))
            return new Claim(Confidence.High, "the words say that the connection was redirected")
            { Facts = !c.WantsFacts ? [] : [Facts.Words(c, this, "the words say that the connection was redirected", Cause.Id)] };
        return c.Known.Is(FactKind.Identity, "another") && !c.Known.Is(FactKind.Refuser, "no-mx")
            ? new Claim(Confidence.High, "what answers at the MX hosts' addresses is another server")
            { Facts = c.WantsFacts ? c.Known.For(Cause.Id, FactKind.Identity, FactKind.Refuser, FactKind.Mx) : [] }
            : null;
    }
}
