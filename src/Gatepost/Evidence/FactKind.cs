namespace Gatepost.Evidence;

/// <summary>
/// Kinds of facts that decide, with their values. Each answers one question; where the answer is not known the fact is
/// missing, and no rule may read its absence as an answer.
/// </summary>
public static class FactKind
{
    /// <summary>Where the recipient domain's mail goes: <c>records</c>, <c>implicit</c>, <c>null</c>, <c>none</c>, <c>nxdomain</c>, <c>unusable</c>, <c>broken</c>.</summary>
    public const string MailRoute = "dns.route";

    /// <summary>One MX record: <c>10 mx.example.net</c>.</summary>
    public const string Mx = "dns.mx";

    /// <summary>Whether the domain's name servers give one MX set: <c>agree</c>, <c>differ</c>.</summary>
    public const string NameServers = "dns.servers";

    /// <summary>What is broken, a fact each: the finding's name in kebab-case.</summary>
    public const string Broken = "dns.broken";

    /// <summary>Whether the domain is in use: <c>alive</c>, <c>parked</c>, <c>expired</c>, <c>suspended</c>.</summary>
    public const string DomainLife = "dns.life";

    /// <summary>Whether the server that refused is an MX of the recipient's domain: <c>mx</c>, <c>no-mx</c>.</summary>
    public const string Refuser = "dns.refuser";

    /// <summary>Whether the server that reported is an MX of the recipient's domain: <c>mx</c>, <c>no-mx</c>.</summary>
    public const string Reporter = "dns.reporter";

    /// <summary>Whether the MX hosts are the domain's: <c>own</c> (its name, its SPF record, its provider), <c>foreign</c> (SPF names another), <c>none</c> (no tie either way).</summary>
    public const string MxTie = "dns.mx-tie";

    /// <summary>What one MX host at one address says to the recipient: <c>accepts</c>, <c>refuses-relay</c>, <c>refuses</c>, <c>defers</c>, <c>unreachable</c>, <c>no-answer</c>.</summary>
    public const string MxAnswer = "smtp.rcpt";

    /// <summary>What the MX hosts say together: <c>accept</c>, <c>refuse-relay</c>, <c>refuse</c>, <c>mixed</c> (of one provider), <c>mixed-providers</c>, <c>backup-refuses</c>, <c>defer</c>, <c>unreachable</c>.</summary>
    public const string MxAnswers = "smtp.rcpt-all";

    /// <summary>Where the refusing server offers a login: <c>same-port</c>, <c>submission-port</c>, <c>nowhere</c>.</summary>
    public const string LoginOffer = "smtp.login-offer";

    /// <summary>What the refusing server is to the sender's domain: <c>mx</c>, <c>outgoing</c> (SPF or name), <c>none</c>.</summary>
    public const string SenderTie = "dns.sender-tie";

    /// <summary>The client's name: <c>verified</c>, <c>missing</c>, <c>unmatched</c>.</summary>
    public const string ClientName = "dns.client-name";

    /// <summary>Block lists: <c>listed</c>, <c>not-listed</c>.</summary>
    public const string BlockLists = "list.client";

    /// <summary>Whether what answers at the MX hosts' addresses is them: <c>itself</c>, <c>another</c>.</summary>
    public const string Identity = "smtp.identity";

    /// <summary>What the refusing server's own configuration says, a fact each: <c>refuses</c>, <c>otherwise</c>, <c>login-helps</c>, <c>login-does-not-help</c>, <c>own-domain</c>, <c>foreign-domain</c>. For people: no rule goes by them yet.</summary>
    public const string Policy = "policy";

    /// <summary>Ports: <c>open</c>, <c>smtp-blocked</c> (25 silent, others open), <c>silent</c>.</summary>
    public const string Ports = "smtp.ports";
}
