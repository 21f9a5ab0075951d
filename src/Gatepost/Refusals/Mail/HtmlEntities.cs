using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Gatepost.Refusals.Mail;

/// <summary>The character references that occur in mail: numeric ones and the Latin-1 and punctuation names.</summary>
internal static class HtmlEntities
{
    private static readonly FrozenDictionary<string, char>.AlternateLookup<ReadOnlySpan<char>> s_names = new Dictionary<string, char>
    {
        ["amp"] = '&', ["lt"] = '<', ["gt"] = '>', ["quot"] = '"', ["apos"] = '\'', ["nbsp"] = '\u00A0', ["AMP"] = '&', ["LT"] = '<', ["GT"] = '>',
        ["ndash"] = '–', ["mdash"] = '—', ["lsquo"] = '‘', ["rsquo"] = '’', ["ldquo"] = '“', ["rdquo"] = '”', ["hellip"] = '…', ["bull"] = '•',
        ["laquo"] = '«', ["raquo"] = '»', ["copy"] = '©', ["reg"] = '®', ["trade"] = '™', ["euro"] = '€', ["middot"] = '·', ["sect"] = '§',
        ["auml"] = 'ä', ["ouml"] = 'ö', ["uuml"] = 'ü', ["Auml"] = 'Ä', ["Ouml"] = 'Ö', ["Uuml"] = 'Ü', ["szlig"] = 'ß',
        ["agrave"] = 'à', ["aacute"] = 'á', ["acirc"] = 'â', ["atilde"] = 'ã', ["aring"] = 'å', ["aelig"] = 'æ', ["ccedil"] = 'ç',
        ["egrave"] = 'è', ["eacute"] = 'é', ["ecirc"] = 'ê', ["euml"] = 'ë', ["igrave"] = 'ì', ["iacute"] = 'í', ["icirc"] = 'î', ["iuml"] = 'ï',
        ["ntilde"] = 'ñ', ["ograve"] = 'ò', ["oacute"] = 'ó', ["ocirc"] = 'ô', ["otilde"] = 'õ', ["oslash"] = 'ø',
        ["ugrave"] = 'ù', ["uacute"] = 'ú', ["ucirc"] = 'û', ["yacute"] = 'ý', ["Eacute"] = 'É', ["Egrave"] = 'È', ["Agrave"] = 'À', ["Ccedil"] = 'Ç',
        ["zwnj"] = '\u200C', ["zwj"] = '\u200D', ["commat"] = '@', ["period"] = '.', ["colon"] = ':', ["lpar"] = '(', ["rpar"] = ')', ["NewLine"] = '\n',
    }.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the name between <c>&amp;</c> and <c>;</c>.</summary>
    public static bool TryRead(ReadOnlySpan<char> name, out Rune rune)
    {
        rune = default;
        if (name.IsEmpty) return false;
        if (name[0] != '#')
        {
            if (!s_names.TryGetValue(name, out var named)) return false;
            rune = new Rune(named);
            return true;
        }

        var isHex = name.Length > 1 && (name[1] | 0x20) == 'x';
        return int.TryParse(
                name[(isHex ? 2 : 1)..], isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value > 0 && Rune.TryCreate(value, out rune);
    }
}
