using Gatepost.Relay;

namespace Gatepost.Mta.Postfix;

/// <summary>A table whose content is not at hand.</summary>
/// <param name="Source">As configured, with the file: <c>mysql:/etc/postfix/domains.cf</c>.</param>
/// <param name="Origin">Where it is configured.</param>
public sealed record OpaqueTable(string Source, Origin Origin);
