namespace Gatepost.Diagnoses.Text;

/// <summary>The marks around a piece (see <see cref="PhraseSyntax"/>), and the text between them.</summary>
internal readonly record struct PieceSyntax(string Text, bool Anywhere, bool AtStart, bool WordEnd, bool AtEnd)
{
    /// <summary>Takes the marks off.</summary>
    public static PieceSyntax Of(string piece) => new(
        piece.Trim('*', '^', '>', '$'), piece.StartsWith('*'), piece.StartsWith('^'), piece.EndsWith('>') || piece.EndsWith('$'), piece.EndsWith('$'));
}
