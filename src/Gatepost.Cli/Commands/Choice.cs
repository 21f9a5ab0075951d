using System.CommandLine;

namespace Gatepost.Cli.Commands;

/// <summary>An option that takes one of a closed list of words; parsing, completion and help all go by the same list.</summary>
internal sealed class Choice : Option<string>
{
    public Choice(string name, string description, string placeholder, Func<IReadOnlyList<string>> words)
        : base(name)
    {
        Description = description;
        HelpName = placeholder;
        _words = words;
    }

    private readonly Func<IReadOnlyList<string>> _words;

    public IReadOnlyList<string> Words => _words();
}
