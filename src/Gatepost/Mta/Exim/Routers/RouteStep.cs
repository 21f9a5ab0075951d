namespace Gatepost.Mta.Exim.Routers;

/// <summary>What one router does with an address.</summary>
internal enum RouteStep
{
    /// <summary>It takes it.</summary>
    Taken,
    /// <summary>It does not: the next router is asked, unless <c>no_more</c> is set.</summary>
    Declined,
    /// <summary>It hands it on: the next router is asked.</summary>
    Passed,
    /// <summary>It refuses it for good.</summary>
    Failed,
    Deferred,
    /// <summary>Deferred with words for the client.</summary>
    DeferredInWords,
}
