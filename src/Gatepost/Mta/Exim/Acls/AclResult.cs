namespace Gatepost.Mta.Exim.Acls;

/// <summary>What a condition of a statement comes to.</summary>
/// <param name="Truth">Yes, no, or how it fails.</param>
internal sealed record AclResult(Truth Truth)
{
    /// <summary>The way that a nested ACL ended beyond yes and no: it discards or drops.</summary>
    public AclEnd? Special { get; init; }

    /// <summary>The words that the condition leaves for the client; null where those before it stay.</summary>
    public EximMessage? Left { get; init; }

    /// <summary>True where a deferral says those words.</summary>
    public bool ShowsMessage { get; init; }

    public static AclResult Of(Truth truth) => new(truth);

    /// <summary>The result with <c>!</c> before the condition.</summary>
    public AclResult Negated() => (Truth, Special) switch
    {
        (Truth.Yes, null) => this with { Truth = Truth.No },
        (Truth.No, null or AclEnd.Drop) => this with { Truth = Truth.Yes, Special = null },
        _ => this,
    };
}
