namespace Gatepost.Evidence.Worlds;

/// <summary>The text that a refusal was read from.</summary>
/// <param name="Name">Its name: <c>bounce.eml</c>.</param>
/// <param name="Text">The text; octets beyond ASCII as Latin-1 where it is no Unicode.</param>
public sealed record WorldInput(string Name, string Text);
