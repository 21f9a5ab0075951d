using System.Collections.Immutable;
using Gatepost.Mta.Exim.Lookups;

namespace Gatepost.Mta.Exim.Expansions;

/// <summary>Items: <c>${if …}</c>, <c>${lookup …}</c>, <c>${extract …}</c>.</summary>
internal sealed partial class ExpansionReader
{
    private static readonly string[] s_outsideItems =
    [
        "acl", "authresults", "certextract", "dlfunc", "env", "filter", "hash", "hmac", "imapfolder", "listquote", "map", "nhash", "perl", "prvs", "prvscheck",
        "readsocket", "reduce", "run", "sort", "srs_encode", "json",
    ];

    // The item of a name; null where it is an operator or a variable.
    private Expansion? Item(string name)
    {
        switch (name)
        {
            case "if":
                var test = Condition();
                var (yes, no) = YesNo(new Literal("true"));
                return new Branch(test, yes, no);
            case "lookup":
                return Lookup();
            case "extract":
                return Extract();
            case "listextract":
                var list = Arguments(2);
                return Found(list, static t => Texts.ListExtract(t[0], t[1]));
            case "sg":
                return Close(new Computation(Arguments(3), static t => Texts.Substitute(t[0], t[1], t[2])));
            case "tr":
                return Close(new Computation(Arguments(3), static t => Expanded.Of(Texts.Translate(t[0], t[1], t[2]))));
            case "length" or "substr" when IsArgument():
                return Close(Cut(name, Cuts()));
            case "readfile":
                return ReadFile();
            default:
                if (!s_outsideItems.Contains(name) || !IsArgument()) return null;
                return _cursor.SkipBraces() ? Outside : Fail("a } is missing");
        }
    }

    private Expansion Close(Expansion expansion) => _cursor.TakeAfterBlanks('}') ? expansion : Fail("a } is missing");

    private ImmutableArray<Expansion> Cuts()
    {
        var all = ImmutableArray.CreateBuilder<Expansion>();
        while (all.Count < 3 && _mistake is null && IsArgument()) all.Add(Argument());
        return all.ToImmutable();
    }

    private Expansion Cut(string name, ImmutableArray<Expansion> arguments) => (name, arguments.Length) switch
    {
        ("length", 2) => new Computation(arguments, static t => Texts.Substring("0", t[0], t[1])),
        ("substr", 2) => new Computation(arguments, static t => Texts.Substring(t[0], null, t[1])),
        ("substr", 3) => new Computation(arguments, static t => Texts.Substring(t[0], t[1], t[2])),
        _ => Fail($"{name} has the wrong number of arguments"),
    };

    // An item that finds a value or not, with its two strings behind it.
    private Finding Found(ImmutableArray<Expansion> arguments, Func<string[], string?> find)
    {
        var (yes, no) = YesNo(new ScopeExpansion(null));
        return new Finding(arguments, find, yes, no);
    }

    private Expansion Extract()
    {
        var first = Argument();
        var second = Argument();
        // A number as the key: the next string is the separators, and the text comes third.
        if (first.Constant is { } key && int.TryParse(key.Trim(), out var number))
        {
            var third = Argument();
            return Found([second, third], t => Texts.Field(number, t[0], t[1]));
        }

        if (first.Constant is not null) return Found([first, second], static t => Texts.Named(t[0], t[1]));
        return _cursor.SkipBraces() ? Outside : Fail("a } is missing");
    }

    private Expansion Lookup()
    {
        Expansion? key = null;
        if (IsArgument()) key = Argument();
        _cursor.SkipBlanks();
        var from = _cursor.At;
        while (!_cursor.IsEnd && _cursor.Current != '{' && !char.IsWhiteSpace(_cursor.Current)) _cursor.At++;
        var written = _cursor.Text[from.._cursor.At];
        var style = LookupStyle.Read(written);
        if (style is not { IsKnown: true }) return Fail($"there is no lookup type {written}");
        var source = Argument();
        var (yes, no) = YesNo(new ScopeExpansion(null));
        if (_mistake is not null) return new Literal(Expanded.Failed);
        if (key is null != style.IsQuery) return Fail(style.IsQuery ? $"{style.Type} takes no key" : $"{style.Type} needs a key");
        if (key is null || source.Constant is not { } file)
        {
            // Where nothing can be found either way, the answer does not matter.
            return new Branch(new OutsideTest { Written = $"lookup {written} {{{Shorten.To(_cursor.Text[from..Math.Min(_cursor.At, _cursor.Text.Length)])}}}", Origin = _origin }, OutsideIfUsed(yes), no);
        }

        var opened = _context.World.Lookups.Open(style, file, _origin);
        if (opened.IsMissing) return new Literal(Expanded.Panic);
        if (opened.Table is { } table) return new TableLookup(key, new TableSearch(table, style), yes, no, $"{written} {file}", _origin);
        return new Branch(new OutsideTest { Written = $"lookup {written} {file}", Origin = _origin }, OutsideIfUsed(yes), no);
    }

    private static Expansion OutsideIfUsed(Expansion yes) => yes.UsesScope ? Outside : yes;

    private Expansion ReadFile()
    {
        var name = Argument();
        var newLine = IsArgument() ? Argument() : null;
        if (!_cursor.TakeAfterBlanks('}')) return Fail("a } is missing");
        if (name.Constant is not { } path || (newLine is not null && newLine.Constant is null)) return Outside;
        var file = _context.World.Lookups.Read(path);
        if (file.Text is not { } text) return file.State == ConfigFileState.Missing ? new Literal(Expanded.Failed) : Outside;
        return new Literal(newLine?.Constant is { } replacement ? text.Replace("\n", replacement, StringComparison.Ordinal) : text);
    }
}
