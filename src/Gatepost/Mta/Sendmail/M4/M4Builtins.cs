using System.Globalization;

namespace Gatepost.Mta.Sendmail.M4;

/// <summary>m4's own macros, as far as mail configurations use them.</summary>
internal static class M4Builtins
{
    /// <summary>Defines them in a machine.</summary>
    public static void AddTo(M4Machine machine)
    {
        machine.Define("define", static (m, a) => Define(m, a, pushes: false));
        machine.Define("pushdef", static (m, a) => Define(m, a, pushes: true));
        machine.Define("undefine", static (m, a) => Each(a, m.Undefine));
        machine.Define("popdef", static (m, a) => Each(a, m.Pop));
        machine.Define("defn", static (m, a) => m.Text(At(a, 0)) is { } text ? m.OpenQuote + text + m.CloseQuote : "");
        machine.Define("ifdef", static (m, a) => a.Count < 2 ? "" : m.Find(a[0]) is not null ? a[1] : At(a, 2));
        machine.Define("ifelse", static (_, a) => IfElse(a));
        machine.Define("shift", static (m, a) => string.Join(',', a.Skip(1).Select(x => m.OpenQuote + x + m.CloseQuote)));
        machine.Define("divert", static (m, a) => Divert(m, a));
        machine.Define("undivert", static (_, _) => "");
        machine.Define("divnum", static (m, _) => Text(m.Output.Current));
        machine.Define("dnl", static (m, _) => DropLine(m));
        machine.Define("changequote", static (m, a) => ChangeQuote(m, a));
        machine.Define("changecom", static (m, a) => ChangeComment(m, a));
        machine.Define("include", static (m, a) => Include(m, a));
        machine.Define("sinclude", static (m, a) => Include(m, a));
        machine.Define("errprint", static (_, _) => "");
        machine.Define("m4wrap", static (_, _) => "");
        machine.Define("len", static (_, a) => a.Count == 0 ? "len" : Text(a[0].Length));
        machine.Define("index", static (_, a) => a.Count == 0 ? "index" : Text(a[0].IndexOf(At(a, 1), StringComparison.Ordinal)));
        machine.Define("substr", static (_, a) => a.Count == 0 ? "substr" : Substring(a));
        machine.Define("translit", static (_, a) => Transliterate(At(a, 0), At(a, 1), At(a, 2)));
        machine.Define("incr", static (_, a) => Text(Number(At(a, 0)) + 1));
        machine.Define("decr", static (_, a) => Text(Number(At(a, 0)) - 1));
        machine.Define("eval", static (_, a) => a.Count == 0 ? "eval" : Text(M4Arithmetic.Evaluate(a[0])));
    }

    /// <summary>An argument; empty where there are not so many.</summary>
    public static string At(IReadOnlyList<string> arguments, int index) => index < arguments.Count ? arguments[index] : "";

    private static string Define(M4Machine machine, IReadOnlyList<string> a, bool pushes)
    {
        if (a.Count > 0 && a[0].Length > 0) machine.Define(a[0], new M4Macro(a[0], At(a, 1), null, machine.Here), pushes);
        return "";
    }

    private static string Each(IReadOnlyList<string> names, Action<string> does)
    {
        foreach (var name in names) does(name);
        return "";
    }

    private static string IfElse(IReadOnlyList<string> a)
    {
        var i = 0;
        for (; a.Count - i >= 3; i += 3)
        {
            if (a[i] == a[i + 1]) return a[i + 2];
            if (a.Count - i is 4 or 5) return a[i + 3];
        }

        return "";
    }

    private static string Divert(M4Machine machine, IReadOnlyList<string> a)
    {
        machine.Output.Current = (int)Number(At(a, 0));
        return "";
    }

    private static string Include(M4Machine machine, IReadOnlyList<string> a)
    {
        if (At(a, 0).Length > 0) machine.Include(a[0]);
        return "";
    }

    private static string DropLine(M4Machine machine)
    {
        machine.DropLine();
        return "";
    }

    private static string ChangeQuote(M4Machine machine, IReadOnlyList<string> a)
    {
        (machine.OpenQuote, machine.CloseQuote) = At(a, 0).Length == 0 ? ("`", "'") : (a[0], At(a, 1) is { Length: > 0 } close ? close : "'");
        return "";
    }

    private static string ChangeComment(M4Machine machine, IReadOnlyList<string> a)
    {
        machine.Comment = At(a, 0);
        return "";
    }

    private static string Substring(IReadOnlyList<string> a)
    {
        var from = Number(At(a, 1));
        var count = a.Count > 2 ? Number(a[2]) : int.MaxValue;
        if (from < 0 || from >= a[0].Length || count <= 0) return "";
        return a[0].Substring((int)from, (int)Math.Min(count, a[0].Length - from));
    }

    private static string Transliterate(string text, string from, string to) => string.Concat(text.Select(c =>
        from.IndexOf(c, StringComparison.Ordinal) is var i && i < 0 ? c.ToString() : i < to.Length ? to[i].ToString() : ""));

    private static long Number(string text) => long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, int.MinValue, int.MaxValue) : 0;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
