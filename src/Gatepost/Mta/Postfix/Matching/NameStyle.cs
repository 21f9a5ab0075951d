namespace Gatepost.Mta.Postfix.Matching;

/// <summary>Which names a pattern matches besides its equal.</summary>
internal enum NameStyle
{
    /// <summary>None (mydestination, virtual_alias_domains, virtual_mailbox_domains).</summary>
    Exact,
    /// <summary>Subdomains (the list is in parent_domain_matches_subdomains).</summary>
    Parent,
    /// <summary>A pattern that begins with a dot matches subdomains.</summary>
    DotParent,
}
