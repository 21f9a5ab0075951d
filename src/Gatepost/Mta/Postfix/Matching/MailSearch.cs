namespace Gatepost.Mta.Postfix.Matching;

/// <summary>Which parts of a mail address are looked up, in the order of the members.</summary>
[Flags]
internal enum MailSearch
{
    None = 0,
    /// <summary><c>user+extension@domain</c>, then <c>user@domain</c>: part of every search.</summary>
    Address = 1,
    /// <summary><c>user+extension</c>, then <c>user</c>, where the domain is local.</summary>
    LocalUser = 2,
    /// <summary><c>domain</c>, then its parents.</summary>
    Domain = 4,
    /// <summary><c>user+extension@</c>, then <c>user@</c>.</summary>
    UserAt = 8,
    /// <summary><c>@domain</c>.</summary>
    AtDomain = 16,

    /// <summary>An access table.</summary>
    Access = Address | Domain | UserAt,
    /// <summary>A recipient, alias or canonical map.</summary>
    Map = Address | LocalUser | AtDomain,
    /// <summary>transport_maps.</summary>
    Transport = Address | Domain,
}
