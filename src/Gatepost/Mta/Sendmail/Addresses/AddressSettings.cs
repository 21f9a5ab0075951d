using Gatepost.Mta.Sendmail.Settings;
using Gatepost.Mta.Sendmail.Tables;

namespace Gatepost.Mta.Sendmail.Addresses;

/// <summary>What the rules that read addresses (canonify, Parse0, ParseRecipient) look at.</summary>
internal sealed record AddressSettings
{
    /// <summary>Names of this machine, <c>$=w</c>.</summary>
    public required SendmailClass Local { get; init; }

    /// <summary>Domains relayed to, <c>$=R</c>.</summary>
    public required SendmailClass Relayed { get; init; }

    /// <summary>The own name, <c>$j</c>.</summary>
    public required string Own { get; init; }

    /// <summary>The own domain, <c>$m</c>; empty where there is none.</summary>
    public required string OwnDomain { get; init; }

    /// <summary>False with FEATURE(nouucp).</summary>
    public bool TakesBangs { get; init; } = true;

    /// <summary>False with FEATURE(nopercenthack).</summary>
    public bool TakesPercents { get; init; } = true;

    /// <summary>FEATURE(relay_hosts_only).</summary>
    public bool RelaysHostsOnly { get; init; }

    /// <summary>FEATURE(relay_entire_domain).</summary>
    public bool RelaysEntireDomain { get; init; }

    /// <summary>FEATURE(loose_relay_check).</summary>
    public bool IsLoose { get; init; }

    /// <summary>The access table; null without.</summary>
    public AccessTable? Access { get; init; }

    /// <summary>FEATURE(domaintable); null without.</summary>
    public SourceMap? Domains { get; init; }
}
