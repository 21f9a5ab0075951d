using System.Text;

namespace Gatepost.Evidence;

/// <summary>Names of enum members in kebab-case, as facts and JSON give them: <c>ClosedWith421</c> is <c>closed-with-421</c>.</summary>
internal static class Kebab<T> where T : struct, Enum
{
    // The RFCs' own words, whatever letter case the code gives them.
    private static readonly string[] OneWord = ["NxDomain", "ServFail", "FormErr", "NotImp", "NoData"];
    private static readonly Dictionary<T, string> Words = Enum.GetValues<T>().ToDictionary(static v => v, static v => Of(v.ToString()));

    public static string Of(T value) => Words.TryGetValue(value, out var word) ? word : "unknown";

    private static string Of(string name)
    {
        foreach (var word in OneWord) name = name.Replace(word, word[0] + word[1..].ToLowerInvariant(), StringComparison.Ordinal);
        var kebab = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (i > 0 && (char.IsAsciiLetterUpper(c) || (char.IsAsciiDigit(c) && !char.IsAsciiDigit(name[i - 1])))) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(c));
        }

        return kebab.ToString();
    }
}
