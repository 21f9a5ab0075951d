namespace Gatepost.Mta.Exim.Lookups;

/// <summary>What became of opening a table.</summary>
/// <param name="Table">The table; null where it could not be read.</param>
/// <param name="IsMissing">True where the server would give up, because there is no such file.</param>
internal readonly record struct Opened(LookupTable? Table, bool IsMissing);
