namespace Gatepost.Evidence.Dns;

/// <summary>What a term of an SPF record is (RFC 7208 sections 5 and 6).</summary>
public enum SpfTermKind
{
    /// <summary>Mechanism <c>all</c>.</summary>
    All,
    /// <summary>Mechanism <c>include</c>.</summary>
    Include,
    /// <summary>Mechanism <c>a</c>.</summary>
    A,
    /// <summary>Mechanism <c>mx</c>.</summary>
    Mx,
    /// <summary>Mechanism <c>ptr</c>.</summary>
    Ptr,
    /// <summary>Mechanism <c>ip4</c>.</summary>
    Ip4,
    /// <summary>Mechanism <c>ip6</c>.</summary>
    Ip6,
    /// <summary>Mechanism <c>exists</c>.</summary>
    Exists,
    /// <summary>Modifier <c>redirect</c>.</summary>
    Redirect,
    /// <summary>Modifier <c>exp</c>.</summary>
    Exp,
    /// <summary>A modifier that RFC 7208 does not define; it must be ignored.</summary>
    OtherModifier,
}
