namespace Gatepost.Evidence.Dns;

/// <summary>What can be wrong, or is worth knowing, about a domain's mail DNS. The names follow Zonemaster's where it has one.</summary>
public enum DnsFindingKind
{
    /// <summary>The domain does not exist (NXDOMAIN from an authoritative parent, or the resolver).</summary>
    NxDomain,
    /// <summary>Null MX (RFC 7505).</summary>
    NullMx,
    /// <summary>A null MX beside other MX records.</summary>
    NullMxWithOtherMx,
    /// <summary>A null MX with a preference other than 0.</summary>
    NullMxNonZeroPreference,
    /// <summary>Neither MX record nor address.</summary>
    NoMailTarget,
    /// <summary>No MX record; the domain's own address is used.</summary>
    ImplicitMx,
    /// <summary>An MX record names an alias.</summary>
    MxIsAlias,
    /// <summary>An MX record names an address.</summary>
    MxIsLiteral,
    /// <summary>An MX host does not exist.</summary>
    MxHostNxDomain,
    /// <summary>An MX host has no address.</summary>
    MxHostWithoutAddress,
    /// <summary>The look-up of an MX host's address fails.</summary>
    MxHostUnresolvable,
    /// <summary>An MX host has only private or reserved addresses.</summary>
    MxHostPrivate,
    /// <summary>An MX host has only loopback addresses.</summary>
    MxHostLoopback,
    /// <summary>The same host twice, or two hosts with one address.</summary>
    DuplicateMx,
    /// <summary>Several hosts of one preference: they are to be alike.</summary>
    EqualPreference,
    /// <summary>A provider's verification record (<c>*.msv1.invalid</c>) stands among the MX records.</summary>
    VerificationMx,
    /// <summary>Name servers give different MX sets.</summary>
    InconsistentMx,
    /// <summary>Name servers have different serials.</summary>
    InconsistentSerial,
    /// <summary>The parent's NS set and the zone's own differ.</summary>
    ParentChildMismatch,
    /// <summary>A name server of the delegation does not serve the zone.</summary>
    LameServer,
    /// <summary>A name server of the delegation does not answer.</summary>
    SilentServer,
    /// <summary>A name server of the delegation answers SERVFAIL: it could not load the zone.</summary>
    FailingServer,
    /// <summary>A name server has no address: glue is missing, or the delegations lead in a circle.</summary>
    ServerWithoutAddress,
    /// <summary>No name server of the delegation answers for the zone.</summary>
    NoWorkingServer,
    /// <summary>DNSSEC validation fails.</summary>
    DnssecBogus,
    /// <summary>The TTL of the MX records, or a just raised serial, shows that a change is under way or was made within hours.</summary>
    ChangeUnderWay,
    /// <summary>The SPF record speaks of another provider than the MX records.</summary>
    SpfNamesOtherProvider,
    /// <summary>The name servers or addresses are those of a parking service.</summary>
    Parked,
    /// <summary>The registry says that the registration ran out (RDAP: redemption period, pending delete, auto-renew period).</summary>
    Expired,
    /// <summary>The registry or registrar holds the domain (RDAP: client hold, server hold).</summary>
    Suspended,
    /// <summary>The recursive resolver does not answer.</summary>
    ResolverSilent,
}
