using Gatepost.Relay;

namespace Gatepost.Mta.Exim;

/// <summary>Finds what only the outside can answer.</summary>
internal static class Outside
{
    /// <summary>True where a condition, or one that it is made of, is open: not even a concrete attempt answers it.</summary>
    public static bool Has(Condition condition) => condition is Opaque and not ComputedTest || condition.Parts.Any(Has);
}
