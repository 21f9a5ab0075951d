using System.CommandLine;
using Gatepost.Cli.Terminal;

namespace Gatepost.Cli.Commands;

/// <summary>One verb of the program.</summary>
internal abstract class Verb(string name, string description) : Command(name, description)
{
    /// <summary>Calls that work as they stand, the commonest first.</summary>
    public abstract string[] Calls { get; }

    /// <summary>What its exit codes mean; null where there is nothing to say.</summary>
    public virtual string? ExitCodes => null;

    /// <summary>Does it; gives the exit code.</summary>
    public abstract int Run(ParseResult parsed, Command root, Output output, Messages messages);
}
