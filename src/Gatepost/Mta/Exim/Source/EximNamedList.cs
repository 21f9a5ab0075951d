using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Source;

/// <summary>A named list: <c>domainlist local_domains = @</c>.</summary>
internal sealed record EximNamedList(EximListKind Kind, string Name, string Value, Origin Origin);
