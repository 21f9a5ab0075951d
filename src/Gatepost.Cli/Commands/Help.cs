using System.CommandLine;
using System.Text;

namespace Gatepost.Cli.Commands;

/// <summary>Help, written from the verbs and options as they are defined: examples first, the way to the documentation last.</summary>
internal static class Help
{
    private const int Columns = 80;
    private const string Docs = "Documentation: docs/ of the source, /usr/share/doc/gatepost once installed.";

    public static string Root(Command root)
    {
        var text = new StringBuilder("Examples:\n");
        foreach (var example in root.Subcommands.OfType<Verb>().SelectMany(static v => v.Calls.Take(v is ExplainCommand ? 3 : v is CompletionCommand ? 0 : 1))) text.Append("  ").Append(example).Append('\n');
        text.Append('\n').Append(root.Description).Append("\n\nUsage: gatepost VERB [options]\n\nVerbs:\n");
        foreach (var command in root.Subcommands) Row(text, command.Name, command.Description);
        text.Append("\nOptions:\n");
        foreach (var option in root.Options) Row(text, NameOf(option), option.Description);
        return text.Append("\ngatepost VERB --help tells more about one.\n").Append(Docs).Append('\n').ToString();
    }

    public static string Of(Verb command, Command root)
    {
        var text = new StringBuilder("Examples:\n");
        foreach (var example in command.Calls) text.Append("  ").Append(example).Append('\n');
        text.Append('\n').Append(command.Description).Append("\n\n").Append(Usage(command)).Append('\n');
        foreach (var argument in command.Arguments) Row(text.Append('\n'), argument.Name, argument.Description);
        text.Append("\nOptions:\n");
        foreach (var option in command.Options.Concat(root.Options.Where(static o => o.Recursive))) Row(text, NameOf(option), option.Description);
        foreach (var choice in command.Options.OfType<Choice>().Where(static c => c.Words.Count > 4))
            Wrap(text.Append('\n').Append(choice.HelpName).Append(" is one of:\n  "), string.Join(", ", choice.Words), 2);
        if (command.ExitCodes is { } codes) text.Append("\nExit codes: ").Append(codes).Append('\n');
        return text.Append(command is CompletionCommand ? "\n" : "").Append(Docs).Append('\n').ToString();
    }

    /// <summary>For a verb that was called without what it needs.</summary>
    public static string Short(Verb command) =>
        $"{Usage(command)}\n\nExamples:\n  {string.Join("\n  ", command.Calls.Take(3))}\n\ngatepost {command.Name} --help tells more.";

    private static string Usage(Command command) =>
        $"Usage: gatepost {command.Name} {string.Join(' ', command.Arguments.Select(static a => a.Arity.MaximumNumberOfValues > 1 ? $"[{a.Name}]..." : a.Name))}"
        + (command.Options.Count > 0 ? " [options]" : "");

    private static string NameOf(Option option) =>
        string.Join(", ", option.Aliases.Append(option.Name).OrderBy(static n => n.Length)) + (option is Option<string> or Option<string[]> ? " " + option.HelpName : "");

    private static void Row(StringBuilder text, string name, string? description)
    {
        text.Append("  ").Append(name.PadRight(16)).Append(name.Length > 16 ? "  " : " ");
        Wrap(text, description ?? "", Math.Max(19, name.Length + 4));
    }

    private static void Wrap(StringBuilder text, string words, int indent)
    {
        var column = indent;
        var first = true;
        foreach (var word in words.Split(' '))
        {
            if (!first && column + 1 + word.Length > Columns)
            {
                var next = Math.Min(indent, 19);
                text.Append('\n').Append(' ', next);
                column = next;
                first = true;
            }

            text.Append(first ? "" : " ").Append(word);
            column += word.Length + (first ? 0 : 1);
            first = false;
        }

        text.Append('\n');
    }
}
