using System.Text;

namespace Gatepost.Evidence.Probing;

/// <summary>How the values of facts are written.</summary>
internal static class FactValue
{
    /// <summary>The member's name in kebab case.</summary>
    public static string Kebab<T>(T member) where T : struct, Enum
    {
        var text = new StringBuilder();
        foreach (var c in member.ToString())
        {
            if (char.IsUpper(c) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
