using System.Text;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>A random table and keys that it nearly has.</summary>
internal sealed class TableCase
{
    private static readonly string[] s_keys =
        ["a.test", "A.Test", "b.a.test", ".a.test", "u@a.test", "U+x@a.test", "u@", "10.1.2.3", "10.1.2", "10.1", "192.0.2.7", "2001:db8::1", "2001:db8:0:0::1", "::1", "::ffff:10.1.2.3", "\"q r\"@a.test", "\"q\\\"x\"@a.test", "q\\ r@a.test", "unknown", "<>", "01.2.3.4", "10.1.2.256", "1", "key:", "x{y}", "\u00c4rger.test", "b", "c", "OK", "REJECT"];

    private static readonly string[] s_values = ["OK", "REJECT", "REJECT  no  way", "a.test", "b", "c", "554 5.7.1 text", "{x}", "$$a", "x # y", "DUNNO \t", "1=2"];
    private static readonly string[] s_patterns = ["a", "^a", "test$", "^(.*)@(.*)$", "(u)|(b)", "[[:digit:]]+", "[^a-z]", "a\\.test", "^10\\.", "x{1}", "(", "a**", ".", "", "B", "a|b|^$", "\\/", "(a)(b)?", "@", "[a", "q.r", "{2}", "a{2", "\\<u\\>", "+", "(?:a)", "\\d"];
    private static readonly string[] s_basic = ["\\(a\\)", "a\\{1\\}", "a+", "a\\|b", "(a)", "*a", "\\(u\\)@"];
    private static readonly string[] s_networks = ["10.0.0.0/8", "10.1.0.0/16", "10.1.2.3", "192.0.2.0/24", "0.0.0.0/0", "::/0", "2001:db8::/32", "[2001:db8::]/32", "[2001:db8::/32]", "::ffff:0:0/96", "10.1.2.3/8", "10.1.2.3/33", "10.1.2.3/", "a.test", "1.2.3", "01.2.3.4", "::1/128", "[::1", "10.0.0.0/8x", "10.1.2.3/032"];

    private readonly Random _random;

    private TableCase(Random random, string kind) => (_random, Kind) = (random, kind);

    public string Kind { get; }

    /// <summary>The table's text; null where it stands in its name.</summary>
    public string? Text { get; private set; }

    /// <summary>What follows the kind: a file's name or the table itself.</summary>
    public string Body { get; private set; } = "table";

    public List<string> Keys { get; } = [];

    public static TableCase Make(Random random, string kind)
    {
        var made = new TableCase(random, kind);
        made.Fill();
        foreach (var key in s_keys)
            if (random.Next(2) == 0) made.Keys.Add(random.Next(3) == 0 ? key.ToUpperInvariant() : key);
        return made;
    }

    private void Fill()
    {
        var rules = Kind switch { "cidr" or "regexp" or "pcre" => Lines(_random.Next(9), Rule), _ => null };
        if (rules is not null && _random.Next(4) > 0) Text = Layout(rules);
        else if (rules is not null) Body = "{" + string.Concat(rules.Select(r => $"{{{Pick(["", " "])}{r}}}{Pick([" ", ", ", ","])}")) + "}";
        else if (Kind is "inline" or "pipemap" or "unionmap" or "static") Body = Written(Kind, 0)[(Kind.Length + 1)..];
        else Text = Layout(Lines(_random.Next(12), () => $"{Pick(s_keys)}{Pick([" ", "\t", "   ", " ", ""])}{Pick(s_values)}"));
    }

    private string Written(string kind, int depth) => kind switch
    {
        "static" => Pick(["static:OK", "static:{ a b }", "static:b", "static:{x", "static:{x}y", "static:a.test"]),
        "inline" => "inline:{" + string.Concat(Lines(_random.Next(7), () => Pick([$"{Pick(s_keys)}={Pick(["OK", "b", "c", "a.test"])}", $"{{{Pick(s_keys)} = {Pick(s_values)}}}", $"{{ {Pick(s_keys)}={Pick(s_values)} }}"]) + Pick([" ", ", ", ","]))) + "}",
        "regexp" => $"regexp:{{{{/{Pick(["a", "^b", "."])}/ {Pick(["b", "c", "OK"])}}}}}",
        _ => kind + ":{" + string.Concat(Lines(1 + _random.Next(3), () => Written(depth > 1 ? "inline" : Pick(["inline", "inline", "static", "regexp", "pipemap", "unionmap"]), depth + 1) + Pick([" ", ", "]))) + "}",
    };

    private string Rule()
    {
        if (_random.Next(9) == 0) return Pick(["endif", "ENDIF", "endif x", "word x", "endifx", "IF"]);
        var isIf = _random.Next(6) == 0;
        var value = isIf ? Pick(["", "", " extra"]) : Pick(["", " ", " ", " ", "\t"]) + Pick(Kind == "cidr" ? s_values : [.. s_values, "$1", "${1}-$(2)", "$3", "$x", "a$", "$1$$", "$0"]);
        var test = Pick(["", "", "", "!", "!!", "! "]) + (Kind == "cidr" ? Pick(s_networks) : Pattern());
        return (isIf ? Pick(["if ", "IF ", "if\t", "if"]) : "") + test + value;
    }

    private string Pattern()
    {
        var basic = Kind == "regexp" && _random.Next(5) == 0;
        var delimiter = Pick(["/", "/", "/", "!", "#", "@", ":"]);
        if (delimiter == "#") delimiter = "/";
        var flags = Kind == "pcre" ? Pick(["", "", "i", "x", "s", "m", "A", "E", "U", "is", "q"]) : basic ? Pick(["x", "ix"]) : Pick(["", "", "i", "m", "im", "ii", "q"]);
        var second = Kind == "regexp" && _random.Next(10) == 0 ? $"!/{Pick(s_patterns)}/" : "";
        return $"{delimiter}{Pick(basic ? s_basic : s_patterns)}{(_random.Next(12) == 0 ? "" : delimiter)}{flags}{second}";
    }

    // Lines with comments, blank lines, continuations and other line ends between them.
    private string Layout(List<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(Pick(["", "", "", "", "# c\n", "\n", "  # c\n", "   \n"]));
            text.Append(Pick(["", "", "", "", "", "", "", " "])).Append(line);
            text.Append(Pick(["\n", "\n", "\n", "\n", "\r\n", " \n", "\n  more\n", "\n# c\n\tmore\n", "\n\n"]));
        }

        return text.ToString();
    }

    private List<string> Lines(int count, Func<string> line) => [.. Enumerable.Range(0, count).Select(_ => line())];

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
