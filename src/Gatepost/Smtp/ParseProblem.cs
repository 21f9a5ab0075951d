namespace Gatepost.Smtp;

/// <summary>Why a text could not be read.</summary>
/// <param name="Message">What is wrong: half a sentence.</param>
/// <param name="Position">0-based index of the character at which it went wrong.</param>
public readonly record struct ParseProblem(string Message, int Position)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Message} (character {Position + 1})";
}
