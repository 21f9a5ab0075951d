using System.CommandLine;

namespace Gatepost.Cli.Commands;

/// <summary>An option that takes any text.</summary>
internal sealed class ValueOption : Option<string>
{
    public ValueOption(string name, string placeholder, string description)
        : base(name)
    {
        HelpName = placeholder;
        Description = description;
    }
}
