using System.CommandLine;
using Gatepost.Cli.Terminal;

namespace Gatepost.Cli.Commands;

/// <summary><c>gatepost completion SHELL</c>: prints a script that completes verbs, options and their words.</summary>
internal sealed class CompletionCommand : Verb
{
    public static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    private readonly Argument<string> _shell = new("SHELL") { Arity = ArgumentArity.ZeroOrOne, Description = "bash, zsh, fish or pwsh." };

    public CompletionCommand()
        : base("completion", "Print a completion script for a shell.") => Add(_shell);

    public override string[] Calls { get; } =
    [
        "source <(gatepost completion bash)",
        "gatepost completion fish > ~/.config/fish/completions/gatepost.fish",
    ];

    public override int Run(ParseResult parsed, Command root, Output output, Messages messages)
    {
        var shell = parsed.GetValue(_shell);
        if (shell is null) return CommandLine.Refuse(messages, this, "completion needs the name of a shell: bash, zsh, fish or pwsh.");
        if (!Shells.Contains(shell)) return CommandLine.Refuse(messages, this, $"'{shell}' is not among bash, zsh, fish and pwsh.{Nearest.Hint(shell, Shells)}");
        output.Write(CompletionScript.For(shell, root));
        return Exit.Fine;
    }
}
