using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Syntax;

/// <summary>Reads one service of a master.cf as master(8) and the service's own option parser do.</summary>
internal static class MasterLine
{
    private static readonly string[] Names = ["type", "private", "unprivileged", "chroot", "wakeup", "maxproc", "command"];

    // Options of Postfix's daemons that take a value.
    private const string WithValue = "inots";

    public static MasterService? Read(LogicalLineReader lines, string file, ImmutableArray<ConfigProblem>.Builder problems)
    {
        var origin = new Origin(file, lines.Line);
        var rest = lines.Text;
        PostfixText.NextWord(ref rest, PostfixText.Blanks, out var name);
        Span<Range> found = stackalloc Range[Names.Length];
        for (var i = 0; i < Names.Length; i++)
        {
            if (!Word(ref rest, out var field)) return Fail(problems, origin, $"the field {Names[i]} is missing", "A service has eight fields: name, type, private, unprivileged, chroot, wakeup, maxproc, command.");
            lines.Text.Overlaps(field, out var start);
            found[i] = start..(start + field.Length);
        }

        var type = lines.Text[found[0]].ToString();
        ImmutableArray<string> fields = [lines.Text[found[1]].ToString(), lines.Text[found[2]].ToString(), lines.Text[found[3]].ToString(), lines.Text[found[4]].ToString(), lines.Text[found[5]].ToString()];
        var command = lines.Text[found[6]].ToString();
        if (Wrong(name, type, fields, command) is { } wrong) return Fail(problems, origin, wrong.What, wrong.Write);

        List<(string Text, Origin Origin)> arguments = [];
        while (PostfixText.NextWord(ref rest, PostfixText.Blanks, out var argument))
        {
            lines.Text.Overlaps(argument, out var start);
            var at = origin with { Line = lines.LineOf(start) };
            if (argument[0] == '{' && PostfixText.Unwrap(argument, out var inner) is { } bad)
                return Fail(problems, at, $"{bad} in \"{MainFile.Shorten(argument)}\"", "Write { name = value } with both braces.");
            arguments.Add((argument[0] == '{' ? PostfixText.Trim(argument[1..^1]).ToString() : argument.ToString(), at));
        }

        return new MasterService
        {
            Name = name.ToString(),
            Type = type,
            Fields = fields,
            Command = command,
            Arguments = [.. arguments.Select(static a => a.Text)],
            Overrides = Overrides(arguments, problems),
            Origin = origin,
        };
    }

    private static bool Word(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> word)
    {
        rest = rest.TrimStart(PostfixText.Blanks);
        var end = rest.IndexOfAny(PostfixText.Blanks);
        word = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[end..];
        return word.Length > 0;
    }

    private static (string What, string Write)? Wrong(ReadOnlySpan<char> name, string type, ImmutableArray<string> fields, string command)
    {
        if (type is not ("inet" or "unix" or "unix-dgram" or "fifo" or "pass")) return ($"{type} is no type of service", "The types are inet, unix, unix-dgram, fifo and pass.");
        for (var i = 0; i < 3; i++)
            if (fields[i] is not ("y" or "n" or "-")) return ($"{fields[i]} is no value of the field {Names[i + 1]}", "It takes y, n or -.");
        if (type == "inet" && fields[0] != "n") return ("an inet service cannot be private", "Write n in the third field.");
        for (var i = 3; i < 5; i++)
            if (fields[i] != "-" && !char.IsAsciiDigit(fields[i][0])) return ($"{fields[i]} is no value of the field {Names[i + 1]}", "It takes a number or -.");
        if (command == "-") return ("the command is missing", "Name the program, smtpd for one.");
        return type == "inet" && name.EndsWith(':') ? ($"{name} names no port", "Write host:port or port.") : null;
    }

    // getopt(3), which stops at the first argument that is no option.
    private static ImmutableArray<MainEntry> Overrides(List<(string Text, Origin Origin)> arguments, ImmutableArray<ConfigProblem>.Builder problems)
    {
        var overrides = ImmutableArray.CreateBuilder<MainEntry>();
        for (var i = 0; i < arguments.Count && arguments[i].Text is ['-', _, ..] and not "--"; i++)
        {
            var option = arguments[i].Text;
            for (var at = 1; at < option.Length; at++)
            {
                if (!WithValue.Contains(option[at])) continue;
                var letter = option[at];
                var value = at + 1 < option.Length ? option[(at + 1)..] : ++i < arguments.Count ? arguments[i].Text : null;
                if (letter == 'o') Add(value, arguments[Math.Min(i, arguments.Count - 1)].Origin, overrides, problems);
                break;
            }
        }

        return overrides.ToImmutable();
    }

    private static void Add(string? option, Origin origin, ImmutableArray<MainEntry>.Builder overrides, ImmutableArray<ConfigProblem>.Builder problems)
    {
        var text = option.AsSpan();
        var wrong = option is null ? "nothing follows it" : text.StartsWith('{') ? PostfixText.Unwrap(text, out text) : null;
        if (wrong is null && PostfixText.SplitNameValue(text, out var name, out var value) is var split && split is null)
        {
            overrides.Add(new MainEntry(name.ToString(), value.ToString(), origin));
            return;
        }

        problems.Add(new ConfigProblem(origin, ConfigProblemKind.WillNotRun, $"-o {MainFile.Shorten(option)}: {wrong ?? "it is no name=value"}; the service exits when it starts.",
            "Write -o name=value without blanks, or -o { name = value }."));
    }

    private static MasterService? Fail(ImmutableArray<ConfigProblem>.Builder problems, Origin origin, string what, string write)
    {
        problems.Add(new ConfigProblem(origin, ConfigProblemKind.WillNotRun, $"{char.ToUpperInvariant(what[0])}{what[1..]}; Postfix does not start with this line.", write));
        return null;
    }
}
