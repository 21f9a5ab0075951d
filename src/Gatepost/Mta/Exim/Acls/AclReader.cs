using System.Collections.Immutable;
using Gatepost.Mta.Exim.Source;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Acls;

/// <summary>Reads the lines of an ACL into statements.</summary>
internal static class AclReader
{
    private static readonly string[] s_verbs = [.. Enum.GetNames<AclVerb>().Select(static v => v.ToLowerInvariant())];

    /// <summary>Reads an ACL; null where Exim would not read it, with the problem said.</summary>
    public static ImmutableArray<AclStatement>? Read(IEnumerable<EximLine> lines, EximFindings findings)
    {
        var statements = ImmutableArray.CreateBuilder<AclStatement>();
        var elements = ImmutableArray.CreateBuilder<AclElement>();
        (AclVerb Verb, Origin Origin)? current = null;
        foreach (var line in lines)
        {
            var at = 0;
            var negated = TakeNot(line.Text, ref at);
            var name = Name(line.Text, ref at);
            var verb = Array.IndexOf(s_verbs, name);
            if (verb >= 0 && !negated)
            {
                if (current is var (v, o)) statements.Add(new AclStatement(v, elements.DrainToImmutable(), o));
                current = ((AclVerb)verb, line.Origin);
                Skip(line.Text, ref at);
                if (at >= line.Text.Length) continue;
                negated = TakeNot(line.Text, ref at);
                name = Name(line.Text, ref at);
            }
            else if (current is null) return Fail(findings, line, $"{name} is no ACL verb", Nearest.To(name, s_verbs));

            if (Element(line, name, negated, at, findings) is not { } element) return null;
            if (element.Name == "endpass" && current?.Verb is not (AclVerb.Accept or AclVerb.Discard)) return Fail(findings, line, "endpass stands with accept or discard only", null);
            elements.Add(element);
        }

        if (current is var (last, origin)) statements.Add(new AclStatement(last, elements.DrainToImmutable(), origin));
        return statements.ToImmutable();
    }

    /// <summary>The lines of an ACL that is given as a text instead of a name.</summary>
    public static ImmutableArray<EximLine> Lines(string text, Origin origin)
    {
        var lines = ImmutableArray.CreateBuilder<EximLine>();
        var pending = "";
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.Trim().ToString();
            if (line.StartsWith('#')) continue;
            pending += line;
            if (pending.EndsWith('\\'))
            {
                pending = pending[..^1];
                continue;
            }

            if (pending.Length > 0) lines.Add(new EximLine(pending, origin));
            pending = "";
        }

        if (pending.Length > 0) lines.Add(new EximLine(pending, origin));
        return lines.ToImmutable();
    }

    private static AclElement? Element(EximLine line, string name, bool negated, int at, EximFindings findings)
    {
        if (!AclElements.IsKnown(name))
        {
            Fail(findings, line, $"{name} is no ACL condition or modifier", Nearest.To(name, AclElements.Names));
            return null;
        }

        Skip(line.Text, ref at);
        if (name == "set")
        {
            var from = at;
            while (at < line.Text.Length && line.Text[at] != '=' && !char.IsWhiteSpace(line.Text[at])) at++;
            var variable = line.Text[from..at];
            if (!IsVariable(variable))
            {
                Fail(findings, line, $"{variable} cannot be set", "acl_m_name or acl_c_name");
                return null;
            }

            name = $"set {variable}";
            Skip(line.Text, ref at);
        }

        if (negated && AclElements.IsModifier(name))
        {
            Fail(findings, line, $"{name} cannot be negated", null);
            return null;
        }

        if (name == "endpass") return new AclElement(name, "", false, line.Origin);
        if (at >= line.Text.Length || line.Text[at] != '=')
        {
            Fail(findings, line, $"behind {name} an = is missing", $"{name} = …");
            return null;
        }

        at++;
        Skip(line.Text, ref at);
        return new AclElement(name, line.Text[at..], negated, line.Origin);
    }

    private static bool IsVariable(string name) =>
        name is "dkim_verify_status" or "dkim_verify_reason"
        || (name.Length > 5 && (name.StartsWith("acl_c", StringComparison.Ordinal) || name.StartsWith("acl_m", StringComparison.Ordinal))
            && (char.IsAsciiDigit(name[5]) || name[5] == '_') && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_'));

    private static ImmutableArray<AclStatement>? Fail(EximFindings findings, EximLine line, string what, string? write)
    {
        findings.Add(new ConfigProblem(line.Origin, ConfigProblemKind.UnknownName, $"{what}; Exim does not start", write is null ? null : $"Write {write}"));
        return null;
    }

    private static bool TakeNot(string text, ref int at)
    {
        Skip(text, ref at);
        if (at >= text.Length || text[at] != '!') return false;
        at++;
        Skip(text, ref at);
        return true;
    }

    private static string Name(string text, ref int at)
    {
        Skip(text, ref at);
        var from = at;
        if (at < text.Length && char.IsAsciiLetter(text[at]))
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_')) at++;
        return text[from..at];
    }

    private static void Skip(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }
}
