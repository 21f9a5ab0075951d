namespace Gatepost.Diagnoses.Text;

/// <summary>What ends in one state of the machine: phrases, and pieces whose place a later piece will ask for.</summary>
/// <param name="Finals">Phrases whose last piece ends here.</param>
/// <param name="Records">Pieces to be recorded.</param>
/// <param name="HasNames">True where a piece here may be part of a host name or an address.</param>
internal sealed record PhraseEnds(PhraseFinal[] Finals, int[] Records, bool HasNames);

/// <summary>
/// The end of a phrase: its group (and the groups of others that hold the same phrase), what must stand at most <c>Gap</c>
/// symbols before (-1: nothing; the piece itself for a quick look), and the lengths of its last piece.
/// </summary>
internal readonly record struct PhraseFinal(int Group, int[]? Others, int Link, int Before, int Gap, int Piece, int Shortest, int Longest, bool IsName);

/// <summary>A piece of a phrase before its last, and what must stand before that.</summary>
internal readonly record struct PhraseLink(int Piece, int Before, int Gap);
