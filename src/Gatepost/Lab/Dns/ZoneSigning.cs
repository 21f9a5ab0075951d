namespace Gatepost.Lab.Dns;

/// <summary>What a validating resolver makes of a zone's signatures. The lab has no keys: the mark stands for them.</summary>
public enum ZoneSigning
{
    /// <summary>Not signed: the parent holds no DS record.</summary>
    Unsigned,
    /// <summary>Signed, and the chain of trust holds.</summary>
    Secure,
    /// <summary>Signed, and validation fails.</summary>
    Bogus,
}
