using System.CommandLine;
using Gatepost.Cli.Terminal;
using Gatepost.Reports;

namespace Gatepost.Cli.Commands;

/// <summary>From arguments to an exit code.</summary>
internal static class CommandLine
{
    public static int Run(string[] args, Output output, Messages messages)
    {
        var help = new Option<bool>("--help", "-h") { Description = "Show help.", Recursive = true };
        var version = new Option<bool>("--version") { Description = "Show the version." };
        var root = new Command("gatepost", "Says why mail was refused, whose job it is and how to fix it.") { help, version };

        foreach (var verb in Verbs(args)) root.Add(verb);

        if (args.Length == 0)
        {
            messages.Lines(Help.Root(root).TrimEnd('\n'));
            return Exit.Usage;
        }

        // No response files: an argument may be any text.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var command = parsed.CommandResult.Command;
        if (parsed.GetValue(help))
        {
            output.Write(command is Verb asked ? Help.Of(asked, root) : Help.Root(root));
            return Exit.Fine;
        }

        if (parsed.GetValue(version))
        {
            output.Write($"gatepost {ProgramVersion.Text}\n");
            return Exit.Fine;
        }

        if (UnknownOption(args, command, root) is { } unknown) return Refuse(messages, command, unknown);
        if (parsed.UnmatchedTokens.Count > 0) return Refuse(messages, command, Unmatched(parsed.UnmatchedTokens[0], command, root));
        if (parsed.Errors.Count > 0 && command != root) return Refuse(messages, command, parsed.Errors[0].Message);
        if (command is Verb chosen) return chosen.Run(parsed, root, output, messages);
        messages.Lines(Help.Root(root).TrimEnd('\n'));
        return Exit.Usage;
    }

    // A verb that is named needs no other: making the options of all verbs would cost as much as explaining a bounce.
    private static Verb[] Verbs(string[] args) => args is [var name, ..] ? name switch
    {
        "explain" => [new ExplainCommand()],
        "probe" => [new ProbeCommand()],
        "audit" => [new AuditCommand()],
        "lab" => [new LabCommand()],
        _ => All(),
    } : All();

    private static Verb[] All() => [new ExplainCommand(), new ProbeCommand(), new AuditCommand(), new LabCommand(), new CompletionCommand()];

    /// <summary>Says what is wrong with the call and where help is.</summary>
    public static int Refuse(Messages messages, Command command, string problem)
    {
        messages.Write(problem);
        messages.Lines(command.Name == "gatepost" ? "Try: gatepost --help" : $"Try: gatepost {command.Name} --help");
        return Exit.Usage;
    }

    private static string Unmatched(string token, Command command, Command root) => command == root
        ? $"there is no verb '{Escape.Line(token, 60)}'.{Nearest.Hint(token, root.Subcommands.Select(static c => c.Name))}"
        : $"'{Escape.Line(token, 60)}' is one argument too many.";

    // The parser would take an unknown option for a file or a target.
    private static string? UnknownOption(string[] args, Command command, Command root)
    {
        var names = command.Options.Concat(root.Options.Where(o => o.Recursive || command == root)).SelectMany(static o => o.Aliases.Append(o.Name)).ToArray();
        for (var i = 0; i < args.Length; i++)
        {
            var arg = args[i];
            if (arg == "--") break;
            if (arg.Length < 2 || arg[0] != '-') continue;
            var name = arg.AsSpan(0, arg.AsSpan().IndexOfAny('=', ':') is > 0 and var end ? end : arg.Length).ToString();
            if (names.Contains(name)) continue;
            if (i > 0 && command.Options.FirstOrDefault(o => o.Name == args[i - 1]) is Option<string> or Option<string[]>) continue;
            if (name[1] != '-' && name.AsSpan(1).IndexOfAnyExcept("hv") < 0) continue;
            return $"there is no option '{Escape.Line(name, 60)}'.{Nearest.Hint(name, names)}";
        }

        return null;
    }
}
