using System.Text;

namespace Gatepost.Evidence.Worlds;

/// <summary>The members of an enum as a recorded world writes them: kebab-case.</summary>
internal static class WorldNames<T> where T : struct, Enum
{
    private static readonly Dictionary<T, string> Names = Enum.GetValues<T>().Distinct().ToDictionary(static v => v, static v => Kebab(v.ToString()));
    private static readonly Dictionary<string, T> Values = Names.ToDictionary(static p => p.Value, static p => p.Key, StringComparer.Ordinal);

    /// <summary>The name of a member.</summary>
    public static string Of(T value) => Names[value];

    /// <summary>The member of a name; null where there is none.</summary>
    public static T? Find(string name) => Values.TryGetValue(name, out var value) ? value : null;

    private static string Kebab(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
