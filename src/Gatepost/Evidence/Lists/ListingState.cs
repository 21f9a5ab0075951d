namespace Gatepost.Evidence.Lists;

/// <summary>What a block list says of an address or domain.</summary>
public enum ListingState
{
    /// <summary>Nothing that can be trusted: no answer, an error code, or the list failed its test points (RFC 5782 section 5).</summary>
    Unknown,
    /// <summary>Not listed.</summary>
    NotListed,
    /// <summary>Listed, with a return code that means so.</summary>
    Listed,
}
