using System.Collections.Immutable;
using System.Text;
using Gatepost.Mta.Patterns;
using Gatepost.Mta.Postfix.Syntax;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Tables;

/// <summary>Reads the lines of a regexp or pcre table as Postfix does; what it leaves out is a problem.</summary>
internal sealed class PatternRules(bool isPcre, List<ConfigProblem> problems)
{
    private readonly ImmutableArray<PatternRule>.Builder _rules = ImmutableArray.CreateBuilder<PatternRule>();
    private readonly Stack<(int Index, Origin Origin)> _open = new();

    public ImmutableArray<PatternRule> Read(RuleText text)
    {
        foreach (var (line, origin) in text.Lines)
            if (line.Length > 0 && ReadLine(line, origin) is { } wrong) problems.Add(RuleText.Skipped(origin, wrong));
        foreach (var (_, origin) in _open) problems.Add(new ConfigProblem(origin, ConfigProblemKind.Syntax, "The if has no endif.", "End it with a line endif."));
        return _rules.ToImmutable();
    }

    private string? ReadLine(ReadOnlySpan<char> line, Origin origin)
    {
        if (!char.IsAsciiLetterOrDigit(line[0])) return ReadMatch(line, origin);
        if (RuleText.IsWord(line, "if", out var rest)) return ReadIf(rest, origin);
        if (!RuleText.IsWord(line, "endif", out rest)) return "The line begins with no pattern";
        if (_open.Count == 0) return "endif ends no if";
        var (index, _) = _open.Pop();
        _rules[index] = _rules[index] with { EndIf = _rules.Count };
        _rules.Add(new PatternRule());
        return null;
    }

    private string? ReadMatch(ReadOnlySpan<char> line, Origin origin)
    {
        var rest = line;
        if (ReadPattern(ref rest, out var first, out var negated) is { } wrong) return wrong;
        var (second, secondNegated) = ((ConfigPattern?)null, false);
        if (!isPcre && rest.StartsWith('!') && ReadPattern(ref rest, out second, out secondNegated) is { } wrongSecond) return wrongSecond;
        var written = line[..^rest.Length].ToString();
        var value = PostfixText.SkipSpace(rest);

        var (groups, literal) = (0, new StringBuilder());
        var parts = new MacroParts(value);
        while (parts.Next())
        {
            if (!parts.IsMacro) literal.Append(parts.Part);
            else if (parts.Part.IndexOfAnyExceptInRange('0', '9') >= 0 || !int.TryParse(parts.Part, out var number) || number < 1) return $"${MainFile.Shorten(parts.Part)} is no group of the pattern";
            else groups = Math.Max(groups, number);
        }

        if (parts.Wrong is { } wrongValue) return wrongValue;
        if (groups > 0 && negated) return "A pattern that must not match has no groups for $1";
        if (groups > 0 && first!.Regex.GetGroupNumbers().Length - 1 < groups) return $"The pattern has no group ${groups}";
        _rules.Add(new PatternRule
        {
            Pattern = first,
            IsNegated = negated,
            Except = second,
            ExceptIsNegated = secondNegated,
            Entry = new TableEntry(written, value.ToString(), origin),
            Literal = groups == 0 ? literal.ToString() : "",
            Groups = groups,
        });
        return null;
    }

    private string? ReadIf(ReadOnlySpan<char> rest, Origin origin)
    {
        if (ReadPattern(ref rest, out var pattern, out var negated) is { } wrong) return wrong;
        if (!PostfixText.SkipSpace(rest).IsEmpty)
            problems.Add(new ConfigProblem(origin, ConfigProblemKind.NoEffect, "What follows the pattern of the if is ignored.", "Begin the lines between if and endif without white space."));
        _open.Push((_rules.Count, origin));
        _rules.Add(new PatternRule { Pattern = pattern, IsNegated = negated });
        return null;
    }

    private string? ReadPattern(ref ReadOnlySpan<char> rest, out ConfigPattern? pattern, out bool negated)
    {
        (pattern, negated) = (null, false);
        for (; !rest.IsEmpty && (rest[0] == '!' || PostfixText.IsSpace(rest[0])); rest = rest[1..])
            if (rest[0] == '!') negated = !negated;
        if (rest.IsEmpty) return "The pattern is missing";
        var delimiter = rest[0];
        var end = 1;
        for (; end < rest.Length && rest[end] != delimiter; end++)
            if (rest[end] == '\\') end++;
        if (end >= rest.Length) return $"The pattern has no closing {delimiter}";
        var text = rest[1..end].ToString();
        rest = rest[(end + 1)..];
        var flags = 0;
        while (flags < rest.Length && !PostfixText.IsSpace(rest[flags]) && (isPcre || rest[flags] != '!')) flags++;
        var wrong = Compile(text, rest[..flags], out pattern);
        rest = rest[flags..];
        return wrong;
    }

    // Each letter turns its option over; letter case is ignored by default. Keys hold no line ends, so that the options about those change nothing.
    private string? Compile(string text, ReadOnlySpan<char> flags, out ConfigPattern? pattern)
    {
        pattern = null;
        var (ignoreCase, extended, anchored) = (true, isPcre == false, false);
        foreach (var flag in flags)
        {
            if (!(isPcre ? "imsxAEUX" : "imx").Contains(flag)) return $"{flag} is no flag of a {(isPcre ? "pcre" : "regexp")} pattern";
            if (flag == 'i') ignoreCase = !ignoreCase;
            else if (flag == 'x') extended = !extended;
            else if (flag == 'A') anchored = !anchored;
        }

        string wrong;
        if (!isPcre) return ConfigPatterns.TryPosix(text, ignoreCase, out pattern, out wrong, extended) ? null : $"The pattern is none: {wrong}";
        if (anchored) text = $@"\A(?:{text})";
        return ConfigPatterns.TryPcre(extended ? $"(?x){text}\n" : text, ignoreCase, out pattern, out wrong) ? null : $"The pattern is none: {wrong}";
    }
}
