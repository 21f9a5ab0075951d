using System.Text;
using System.Text.RegularExpressions;

namespace Gatepost.Mta.Exim.Source;

/// <summary>
/// Macros: names in capitals that are replaced wherever they stand in a line, each in the order of definition (Exim specification, chapter 6,
/// section 4). A replacement is looked through again only for macros that were defined later.
/// </summary>
internal sealed partial class EximMacros
{
    private const int LongestLine = 1 << 18;
    private const int Most = 4096;

    private readonly List<(string Name, string Text)> _macros = [];

    /// <summary>Defines one; gives what is wrong with the definition, null where nothing is.</summary>
    public string? Define(string name, string text, bool again)
    {
        for (var i = 0; i < _macros.Count; i++)
        {
            var earlier = _macros[i].Name;
            if (earlier == name)
            {
                if (!again) return $"macro {name} is already defined; Exim does not start";
                _macros[i] = (name, text);
                return null;
            }

            if (name.Contains(earlier, StringComparison.Ordinal)) return $"{name} cannot be a macro, because the name of the earlier macro {earlier} is part of it; Exim does not start";
        }

        if (again) return $"macro {name} is redefined before it is defined; Exim does not start";
        if (_macros.Count >= Most) return $"more than {Most} macros";
        _macros.Add((name, text));
        return null;
    }

    /// <summary>Replaces the macros in a line from a place on.</summary>
    public string Replace(string line, int from, out bool found)
    {
        found = false;
        if (!HasCapital(line, from)) return line;
        foreach (var (name, text) in _macros)
        {
            var at = line.IndexOf(name, from, StringComparison.Ordinal);
            if (at < 0) continue;
            found = true;
            var replaced = new StringBuilder(line, 0, at, line.Length + 64);
            for (var next = at; next >= 0 && replaced.Length <= LongestLine;)
            {
                replaced.Append(text);
                at = next + name.Length;
                next = line.IndexOf(name, at, StringComparison.Ordinal);
                replaced.Append(line, at, (next < 0 ? line.Length : next) - at);
            }

            line = replaced.Length > LongestLine ? replaced.ToString(0, LongestLine) : replaced.ToString();
            if (from > line.Length) from = line.Length;
        }

        if (!line.AsSpan(from).Contains('_')) return line;
        var any = false;
        var result = BuiltIn().Replace(line, match =>
        {
            if (match.Index < from || !IsBuiltIn(match.Value)) return match.Value;
            any = true;
            return "y";
        });
        found |= any;
        return result;
    }

    private static bool HasCapital(string line, int from)
    {
        for (var i = from; i < line.Length; i++)
            if (char.IsAsciiLetterUpper(line[i])) return true;
        return false;
    }

    // What Exim itself defines for what it was built with: all that Debian's heavy daemon has.
    private static bool IsBuiltIn(string name)
    {
        if (name.StartsWith("_HAVE_", StringComparison.Ordinal)) return !s_absent.Contains(name);
        if (name.StartsWith("_OPT_MAIN_", StringComparison.Ordinal)) return EximOptions.IsKnown(name["_OPT_MAIN_".Length..].ToLowerInvariant());
        return true;
    }

    private static readonly HashSet<string> s_absent = ["_HAVE_DMARC", "_HAVE_OPENSSL", "_HAVE_ARC", "_HAVE_DCC", "_HAVE_BRIGHTMAIL", "_HAVE_TRANSPORT_LMTP", "_HAVE_LOOKUP_ORACLE", "_HAVE_LOOKUP_REDIS", "_HAVE_LOOKUP_LMDB", "_HAVE_LOOKUP_WHOSON", "_HAVE_LOOKUP_NISPLUS", "_HAVE_LOOKUP_IBASE"];

    [GeneratedRegex("_(?:HAVE|OPT|DRIVER|LOG|ACL|EXP|EVENT|EXIM|LOOKUP|AUTHENTICATOR)_[A-Z0-9_]+", RegexOptions.CultureInvariant)]
    private static partial Regex BuiltIn();
}
