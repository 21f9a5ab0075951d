namespace Gatepost.Cli;

/// <summary>Exit codes, the same for all verbs.</summary>
internal static class Exit
{
    /// <summary>Answered and fine; also where the reader of the output went away.</summary>
    public const int Fine = 0;

    /// <summary>Answered and bad: not recognised, refused, found.</summary>
    public const int Bad = 1;

    /// <summary>Usage error.</summary>
    public const int Usage = 2;

    /// <summary>Could not find out: unreadable, no answer.</summary>
    public const int Unknown = 3;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Interrupted = 130;
}
