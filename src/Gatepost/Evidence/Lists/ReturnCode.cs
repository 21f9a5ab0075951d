namespace Gatepost.Evidence.Lists;

/// <summary>A return code of a block list: what the address in its A record means.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Meaning">The same as half a sentence for people.</param>
public sealed record ReturnCode(ReturnCodeKind Kind, string Meaning);
