namespace Gatepost.Evidence.Probing;

/// <summary>Whether what answers at an address is the host that was meant.</summary>
/// <param name="IsItself">True where its greeting, its certificate or the addresses of the name in its greeting say so; false where they say that it is another; null where they do not say.</param>
/// <param name="Says">The same as half a sentence.</param>
internal sealed record Identity(bool? IsItself, string Says);
