using System.CommandLine;
using System.Text;

namespace Gatepost.Cli.Commands;

/// <summary>Completion scripts, written from the verbs and options as they are defined.</summary>
internal static class CompletionScript
{
    public static string For(string shell, Command root) => shell switch
    {
        "bash" => Bash(root),
        "zsh" => "#compdef gatepost\nautoload -U +X bashcompinit && bashcompinit\n" + Bash(root),
        "fish" => Fish(root),
        _ => PowerShell(root),
    };

    private static IEnumerable<string> NamesOf(Command command, Command root) =>
        command.Options.Concat(command == root ? [] : root.Options.Where(static o => o.Recursive))
            .SelectMany(static o => o.Aliases.Prepend(o.Name)).Where(static n => n.StartsWith("--", StringComparison.Ordinal) || n.Length == 2)
            .Order(StringComparer.Ordinal);

    private static string[] WordsOf(Command command) => command is CompletionCommand ? CompletionCommand.Shells : [];

    private static string Bash(Command root)
    {
        var script = new StringBuilder("_gatepost() {\n    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n    COMPREPLY=()\n    case $prev in\n");
        foreach (var choice in root.Subcommands.SelectMany(static c => c.Options).OfType<Choice>())
            script.Append($"        {choice.Name}) COMPREPLY=($(compgen -W '{string.Join(' ', choice.Words)}' -- \"$cur\")); return ;;\n");
        script.Append("    esac\n    if [[ $COMP_CWORD -eq 1 ]]; then\n")
            .Append($"        COMPREPLY=($(compgen -W '{string.Join(' ', root.Subcommands.Select(static c => c.Name).Concat(NamesOf(root, root)))}' -- \"$cur\")); return\n    fi\n")
            .Append("    case ${COMP_WORDS[1]} in\n");
        foreach (var command in root.Subcommands)
        {
            var words = string.Join(' ', WordsOf(command));
            script.Append($"        {command.Name}) if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W '{string.Join(' ', NamesOf(command, root))}' -- \"$cur\")); ")
                .Append(words.Length > 0 ? $"else COMPREPLY=($(compgen -W '{words}' -- \"$cur\")); fi ;;\n" : "fi ;;\n");
        }

        return script.Append("    esac\n}\ncomplete -o default -F _gatepost gatepost\n").ToString();
    }

    private static string Fish(Command root)
    {
        var script = new StringBuilder();
        foreach (var command in root.Subcommands)
        {
            script.Append($"complete -c gatepost -n __fish_use_subcommand -f -a {command.Name} -d '{Quote(command.Description)}'\n");
            foreach (var option in command.Options)
            {
                script.Append($"complete -c gatepost -n '__fish_seen_subcommand_from {command.Name}' -l {option.Name[2..]}");
                foreach (var alias in option.Aliases.Where(static a => a.Length == 2)) script.Append($" -s {alias[1]}");
                if (option is Choice choice) script.Append($" -x -a '{string.Join(' ', choice.Words)}'");
                else if (option is ValueOption) script.Append(" -r");
                script.Append($" -d '{Quote(option.Description)}'\n");
            }

            if (WordsOf(command).Length > 0)
                script.Append($"complete -c gatepost -n '__fish_seen_subcommand_from {command.Name}' -f -a '{string.Join(' ', WordsOf(command))}'\n");
        }

        return script.ToString();
    }

    private static string PowerShell(Command root)
    {
        var script = new StringBuilder("Register-ArgumentCompleter -Native -CommandName gatepost -ScriptBlock {\n    param($word, $ast, $position)\n")
            .Append("    $before = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })\n")
            .Append("    $words = switch ($before[-1]) {\n");
        foreach (var choice in root.Subcommands.SelectMany(static c => c.Options).OfType<Choice>())
            script.Append($"        '{choice.Name}' {{ '{string.Join("', '", choice.Words)}'; break }}\n");
        script.Append("        default {\n            switch ($before[1]) {\n");
        foreach (var command in root.Subcommands)
            script.Append($"                '{command.Name}' {{ '{string.Join("', '", WordsOf(command).Concat(NamesOf(command, root)))}'; break }}\n");
        return script.Append($"                default {{ '{string.Join("', '", root.Subcommands.Select(static c => c.Name).Concat(NamesOf(root, root)))}' }}\n            }}\n        }}\n    }}\n")
            .Append("    $words | Where-Object { $_ -like \"$word*\" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }\n}\n").ToString();
    }

    private static string Quote(string? text) => (text ?? "").Replace("\\", "\\\\").Replace("'", "\\'");
}
