namespace Gatepost.Mta.Exim;

/// <summary>What a test of the configuration comes to.</summary>
internal enum Truth
{
    No,
    Yes,
    /// <summary>It cannot be told for now: 451, except in a <c>warn</c> statement.</summary>
    Defer,
    /// <summary>The configuration is in error here: 451.</summary>
    Error,
    /// <summary>The server gives up: 421 and the end of the connection.</summary>
    Panic,
    /// <summary>Only the outside could tell.</summary>
    Unknown,
}
