using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Settings;

/// <summary>Reads lines in the language of sendmail.cf into settings. Rules (R lines) are given to the caller.</summary>
internal sealed class CfLines(SendmailSettings settings, ClassFiles files)
{
    /// <summary>The ruleset that an S line began; empty before any.</summary>
    public string Ruleset { get; private set; } = "";

    /// <summary>Forgets the ruleset: another section begins.</summary>
    public void LeaveRuleset() => Ruleset = "";

    /// <summary>Reads one line; false where it is a rule, or nothing that Sendmail knows.</summary>
    public bool Read(string line, Origin origin)
    {
        if (line.Length == 0 || line[0] is '#' or ' ' or '\t') return true;
        switch (line[0])
        {
            case 'C': ReadClass(line[1..], origin); return true;
            case 'F': ReadClassFile(line[1..], origin); return true;
            case 'D': ReadMacro(line[1..], origin); return true;
            case 'K': ReadMap(line[1..], origin); return true;
            case 'O': ReadOption(line[1..], origin); return true;
            case 'S': ReadRuleset(line[1..], origin); return true;
            case 'M': ReadMailer(line[1..], origin); return true;
            case 'T' or 'P' or 'V' or 'H' or 'E' or 'Q' or 'L':
                settings.Cover(origin, line, Coverage.Irrelevant);
                return true;
            case 'X':
                settings.Cover(origin, line, Coverage.Conditional, "a filter may refuse what is accepted here, never accept what is refused");
                return true;
            default: return false;
        }
    }

    /// <summary>The name at the front, with or without braces, and what follows.</summary>
    public static (string Name, string Tail) Name(string text)
    {
        if (text.Length == 0) return ("", "");
        if (text[0] != '{') return (text[..1], text[1..]);
        var end = text.IndexOf('}', StringComparison.Ordinal);
        return end < 0 ? ("", "") : (text[1..end], text[(end + 1)..]);
    }

    private void ReadClass(string text, Origin origin)
    {
        var (name, words) = Name(text);
        foreach (var word in words.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.StartsWith("$=", StringComparison.Ordinal))
            {
                foreach (var (member, at) in settings.Class(Name(word[2..]).Name).Members.ToList()) settings.Class(name).Add(member, at);
            }
            else if (word.StartsWith('$'))
            {
                if (settings.Macros.TryGetValue(Name(word[1..].TrimStart('&')).Name, out var macro)) settings.Class(name).Add(macro.Value, origin);
                else settings.Cover(origin, $"C{{{name}}}{word}", Coverage.NotModelled, "the macro's value is not known");
            }
            else
            {
                settings.Class(name).Add(word, origin);
            }
        }

        settings.Cover(origin, "C" + text, Coverage.Understood);
    }

    private void ReadClassFile(string text, Origin origin)
    {
        var (name, path) = Name(text);
        files.Read(settings, name, path.Trim(), origin);
    }

    private void ReadMacro(string text, Origin origin)
    {
        var (name, value) = Name(text);
        if (name.Length > 0) settings.Macros[name] = new SendmailSetting(value.Trim(), origin);
        settings.Cover(origin, "D" + text, Coverage.Irrelevant);
    }

    private void ReadMap(string text, Origin origin)
    {
        var parts = text.Trim().Split((char[])[' ', '\t'], 2, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 2) settings.Maps.TryAdd(parts[0], new SendmailSetting(parts[1].Trim(), origin));
    }

    private void ReadOption(string text, Origin origin)
    {
        var trimmed = text.TrimStart();
        var equals = trimmed.IndexOf('=', StringComparison.Ordinal);
        var name = (equals < 0 ? trimmed : trimmed[..equals]).Trim();
        var value = equals < 0 ? "" : trimmed[(equals + 1)..].Trim();
        if (name.Equals("DaemonPortOptions", StringComparison.OrdinalIgnoreCase)) settings.Daemons.Add(new SendmailSetting(value, origin));
        settings.Options[name] = new SendmailSetting(value, origin);
        settings.Cover(origin, "O " + trimmed, Coverage.Irrelevant);
    }

    private void ReadRuleset(string text, Origin origin)
    {
        var name = text.Split((char[])['=', ' ', '\t', '#'])[0];
        Ruleset = name.Length == 0 ? text.Trim() : name;
        settings.Cover(origin, "S" + text, Coverage.Irrelevant);
    }

    private void ReadMailer(string text, Origin origin)
    {
        var name = text.Split((char[])[',', ' ', '\t'])[0];
        settings.Mailers.Add(name);
        var flags = text.IndexOf("F=", StringComparison.Ordinal);
        if (name == "local" && flags >= 0) settings.LocalMailerFlags = text[(flags + 2)..].Split(',')[0];
        settings.Cover(origin, "M" + text, Coverage.Irrelevant);
    }
}
