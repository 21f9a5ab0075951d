namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP106: a shared service cannot tie the connection to a customer.</summary>
internal sealed class TenantNotAttributed : CauseRule
{
    public override Cause Cause { get; } = new("GP106", "tenant-not-attributed",
        "A cloud service could not tie the connection to one of its customers", Side.Sender, Owner.SendingAdmin)
    {
        Why = "A service that relays for many customers recognises them by the connecting address, the TLS certificate, or the domain in HELO or MAIL FROM. None of these matched a customer, so the connection counted as a stranger's.",
        Plain = "The mail service of your organisation, {server}, could not tell that the message came from your organisation, so it did not pass it on.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin,
            [
                "In the service's admin console, open the relay or inbound connector that your server should match (Microsoft 365: Mail flow, Connectors; Google Workspace: Apps, Gmail, Routing, SMTP relay service; Mimecast: Authorized Outbounds; Proofpoint: Outbound sending IPs).",
                "Register every address that the server sends from, IPv4 and IPv6, or the exact subject name of its TLS certificate.",
                "Register the domains used in HELO and MAIL FROM; mind an empty MAIL FROM (bounces).",
            ]),
        ],
        DoNot = ["Do not widen the connector to any address: others could then send as your organisation."],
        Decides = "Which addresses, certificates and domains does the service have on file for this customer?",
        References = ["Microsoft: Fix NDR error 5.7.64", "Google Workspace: SMTP relay service error messages"],
    };

    public override IReadOnlyList<string> Says => RelayWords.Tenant;

    public override IReadOnlyList<string> Examples =>
    [
        "550 5.7.64 TenantAttribution; Relay Access Denied",
        "550-5.7.1 Invalid credentials for relay [192.0.2.1]. The IP address you've registered in your Workspace SMTP Relay service doesn't match the domain of the account this email is being sent from. - gsmtp",
        "550 5.7.0 Mail relay denied [192.0.2.1]. Invalid credentials for relay for one of the domains in: example.com",
        "550 5.7.1 relaying denied: IP address is not registered for this customer's outbound relay",
    ];

    internal override Claim? Consider(Case c) =>
        c.Says(this) || (c.Reason == Reason.NoRelaying && c.StatusIs(7, 64))
            ? new Claim(Confidence.High, "the words belong to a shared service that did not recognise its customer")
            { Facts = !c.WantsFacts ? [] : [Facts.Words(c, this, "the words speak of a customer that was not recognised", Cause.Id)] }
            : null;
}
