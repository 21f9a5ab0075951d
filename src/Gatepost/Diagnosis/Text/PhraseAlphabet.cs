namespace Gatepost.Diagnoses.Text;

/// <summary>
/// The small alphabet that phrases and texts are compared in: lower-case letters, digits, <c>. - ' @ / %</c>, and one
/// blank for everything else. A text starts with <see cref="Start"/> and a blank, and ends with a blank and <see cref="End"/>,
/// so that "at the start of a word" is a blank in the phrase. Anything beyond ASCII is compared as UTF-8 bytes.
/// </summary>
internal static class PhraseAlphabet
{
    /// <summary>Stands before the text.</summary>
    public const byte Start = 1;

    /// <summary>Stands after the text.</summary>
    public const byte End = 2;

    /// <summary>One blank, or any run of blanks and punctuation.</summary>
    public const byte Blank = 3;

    private static readonly byte[] Symbols = MakeSymbols();

    /// <summary>The symbol of an ASCII character.</summary>
    public static byte Of(char c) => Symbols[c];

    /// <summary>Typographic apostrophes.</summary>
    public static bool IsApostrophe(char c) => c is '\u2019' or '\u2018';

    /// <summary>Blanks, dashes and quotes beyond ASCII.</summary>
    public static bool IsBlank(char c) =>
        c is '\u00A0' or (>= '\u2000' and <= '\u206F') or '\u3000' or '\uFEFF' or '\u3001' or '\u3002' or '\u00AB' or '\u00BB';

    private static byte[] MakeSymbols()
    {
        var symbols = new byte[128];
        for (var c = 0; c < 128; c++)
        {
            symbols[c] = (char)c switch
            {
                >= 'A' and <= 'Z' => (byte)(c + 32),
                (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '-' or '\'' or '@' or '/' or '%' => (byte)c,
                _ => Blank,
            };
        }

        return symbols;
    }
}
