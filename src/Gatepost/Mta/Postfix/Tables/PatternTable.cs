using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gatepost.Mta.Postfix.Syntax;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Tables;

/// <summary><c>regexp:</c> and <c>pcre:</c>, patterns in order of which the first that matches gives the value.</summary>
internal sealed class PatternTable(string name, ImmutableArray<PatternRule> rules, Origin origin) : PostfixTable
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <summary>Where it is configured.</summary>
    public Origin Origin => origin;

    /// <summary>True where a value holds pieces of the key (<c>$1</c>).</summary>
    public bool Substitutes { get; } = rules.Any(static r => r.Groups > 0);

    /// <inheritdoc/>
    public override bool TakesPartialKeys => false;

    /// <inheritdoc/>
    public override OpaqueTable? Outside => null;

    /// <inheritdoc/>
    public override TableFault? Fault => null;

    /// <inheritdoc/>
    public override IEnumerable<TableEntry> Entries => rules.Where(static r => r.Entry is not null).Select(static r => r.Entry!);

    /// <inheritdoc/>
    public override TableResult Find(ReadOnlySpan<char> key)
    {
        for (var i = 0; i < rules.Length; i++)
        {
            var rule = rules[i];
            if (rule.Pattern is null) continue;
            var holds = rule.Holds(key);
            if (rule.Entry is { } entry)
            {
                if (holds) return new TableResult(entry, rule.Groups == 0 ? rule.Literal : Fill(rule, key));
            }
            else if (!holds)
            {
                if (rule.EndIf < 0) return default;
                i = rule.EndIf;
            }
        }

        return default;
    }

    /// <inheritdoc/>
    public override void Mark(Landmarks landmarks, PatternSubject over, Action<string> mark)
    {
        foreach (var rule in rules)
        {
            if (rule.Pattern is { } pattern) landmarks.Pattern(pattern.Dotnet, pattern.IgnoresCase, over);
            if (rule.Except is { } except) landmarks.Pattern(except.Dotnet, except.IgnoresCase, over);
        }
    }

    private static string Fill(PatternRule rule, ReadOnlySpan<char> key)
    {
        var match = rule.Pattern!.Match(key.ToString());
        var value = new StringBuilder();
        var parts = new MacroParts(rule.Entry!.Value);
        while (parts.Next()) value.Append(parts.IsMacro ? match?.Groups[int.Parse(parts.Part, CultureInfo.InvariantCulture)].Value : parts.Part.ToString());
        return value.ToString();
    }
}
