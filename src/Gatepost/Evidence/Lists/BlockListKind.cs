namespace Gatepost.Evidence.Lists;

/// <summary>What a block list holds.</summary>
public enum BlockListKind
{
    /// <summary>Addresses.</summary>
    Addresses,
    /// <summary>Domain names.</summary>
    Domains,
}
