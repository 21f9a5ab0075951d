using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Source;

/// <summary>A named ACL as lines.</summary>
internal sealed record EximAcl(string Name, ImmutableArray<EximLine> Lines, Origin Origin);
