using System.Net;

namespace Gatepost.Relay.Conditions;

/// <summary>A network in an ordered list.</summary>
/// <param name="Network">The network, without host bits.</param>
/// <param name="Answer">The answer for its addresses: 0 for an exception.</param>
/// <param name="Text">As written.</param>
/// <param name="Origin">Where it stands.</param>
public sealed record NetworkEntry(IPNetwork Network, int Answer, string Text, Origin Origin);
