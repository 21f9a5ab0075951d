using System.Buffers;

namespace Gatepost.Cli.Explain;

/// <summary>Tells a reply that stands on the command line from a path.</summary>
internal static class TextArgument
{
    private static readonly string[] Endings = [".eml", ".msg", ".mbox", ".log", ".txt", ".json", ".jsonl", ".csv", ".gz", ".html", ".zip"];

    /// <summary>True where the argument names no file and looks like a reply: it holds a blank or starts with a code.</summary>
    public static bool Is(string argument)
    {
        if (argument is "" or "-" || !(StartsWithCode(argument) || argument.AsSpan().ContainsAny(Blanks))) return false;
        if (File.Exists(argument) || Directory.Exists(argument)) return false;
        return StartsWithCode(argument) || !LooksLikePath(argument);
    }

    /// <summary>True where all arguments together are one reply that was not quoted: <c>550 5.7.1 Relaying denied</c>.</summary>
    public static bool IsUnquoted(IReadOnlyList<string> arguments) =>
        arguments.Count > 1 && arguments[0].Length == 3 && StartsWithCode(arguments[0]) && !arguments.Any(static a => a == "-" || File.Exists(a) || Directory.Exists(a));

    private static bool LooksLikePath(string argument) =>
        argument[0] is '/' or '~' || argument.StartsWith("./", StringComparison.Ordinal) || argument.StartsWith("../", StringComparison.Ordinal)
        || Endings.Any(ending => argument.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static bool StartsWithCode(ReadOnlySpan<char> text)
    {
        if (text.Length >= 3 && text[0] is '2' or '4' or '5' && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2]))
            return text.Length == 3 || text[3] is ' ' or '-' or '\t' or '\n' or '\r';
        return Smtp.EnhancedStatus.TryReadPrefix(text, out _, out var length) && (text.Length == length || text[length] is ' ' or ':' or '\t');
    }

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n");
}
