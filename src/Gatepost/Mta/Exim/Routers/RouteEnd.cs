using Gatepost.Mta.Exim.Acls;

namespace Gatepost.Mta.Exim.Routers;

/// <summary>What a router does, with the words it leaves.</summary>
internal sealed record RouteEnd(RouteStep Step, EximMessage? Words = null);
