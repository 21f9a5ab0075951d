using Gatepost.Evidence;
using Gatepost.Refusals;

namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP104: the client's address is outside the networks that may relay.</summary>
internal sealed class ClientNotAllowed : CauseRule
{
    public override Cause Cause { get; } = new("GP104", "client-not-allowed",
        "The client's address is not among those that may relay", Side.Sender, Owner.SendingAdmin)
    {
        Why = "The outgoing server (smarthost) decides by the client's address who may relay, and this client is not on its list: a changed address, a new host, a missing IPv6 range.",
        Plain = "The server that sends mail for you, {server}, does not know the machine that handed it your message, so it declined to pass it on.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin, ["Let the client log in (SMTP AUTH on port 587) instead of being known by its address.", "Send the message again."]),
            new Fix(Owner.SendingAdmin,
                ["Add the client's exact address (IPv4 and IPv6) to the list of those that may relay (Postfix: mynetworks; Exim: relay_from_hosts; Exchange: the relay connector's remote addresses)."],
                FixRisk.High, "only if the address is fixed, is yours, and nobody else can use it"),
        ],
        DoNot = ["Never add 0.0.0.0/0, ::/0 or a provider's whole range: that makes an open relay."],
        Decides = "Which networks may relay through the refusing server, and is the client's address among them?",
        References = ["RFC 5321 section 7.1", "Postfix: mynetworks, permit_mynetworks"],
    };

    public override IReadOnlyList<string> Says =>
    [
        "(your|this|the|client|client's|source|originating|sending) (ip|ip address|address|host|network|server|location|machine|computer) .. (not allowed|not permitted|not authorized|not authorised|not on the list|not in the list|not listed|may not|not trusted|not enabled) .. relay",
        "relay .. (from|for) (your|this) (ip|ip address|address|host|network|location|site|machine|computer)",
        "relay .. (for|by) (policy|policies|policy reasons)",
        "relay .. (list|table) of (permitted|allowed|authorized|authorised|trusted) (hosts|clients|networks|addresses|ips)",
        "(not|isn't) (in|on|within|part of) (my |our |the |mynetworks|) (list of |) (allowed |permitted |trusted |authorised |authorized |local |relay ) (networks|hosts|clients|addresses|ips|ip addresses)",
    ];

    public override IReadOnlyList<string> Examples =>
        ["550 5.7.1 Relaying denied: your IP address 192.0.2.1 is not in the list of permitted hosts"];

    internal override QuestionKind Asks(Case c) => OutgoingEvidence.Open(c);

    internal override Claim? Consider(Case c)
    {
        if (c.Reason != Reason.NoRelaying || c.Known.Is(FactKind.Refuser, "mx")) return null;
        if (c.Known.Is(FactKind.Refuser, "no-mx") && OutgoingEvidence.IsOutside(c) && c.Known.Is(FactKind.LoginOffer, "nowhere") && c.Known.Is(FactKind.SenderTie, "outgoing"))
        {
            return new Claim(Confidence.High, "the sender's own outgoing server offers no login: it relays by the client's address, and this one is not among them")
            {
                Facts = OutgoingEvidence.Facts(c, Cause.Id),
            };
        }

        var known = c.Roles.Role == HostRole.SendersOutgoing && c.Roles.Sureness >= Confidence.Medium;
        if (known && c.Known.IsEmpty && c.Refusal.Auth is AuthState.NotOffered or AuthState.Used && c.Roles.Role == HostRole.SendersOutgoing)
            return new Claim(Confidence.Medium, c.Refusal.Auth == AuthState.Used
                    ? "the sender's own outgoing server refused although the client was logged in"
                    : "the sender's own outgoing server refused and offers no login")
            { Facts = !c.WantsFacts ? [] : [Facts.Role(c.Roles, Cause.Id)] };
        if (!c.Says(this) || (c.Roles.Role == HostRole.RecipientsMx && c.Roles.Sureness >= Confidence.Medium)) return null;
        return new Claim(Confidence.Medium, "the words name the client's address")
        {
            Facts = !c.WantsFacts ? [] : [Facts.Words(c, this, "the words name the client's address", Cause.Id)],
        };
    }
}
