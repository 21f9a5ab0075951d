namespace Gatepost.Evidence.Dialog;

/// <summary>Why a line of a <see cref="SecretsFile"/> could not be read. Never quotes it.</summary>
/// <param name="Message">What is wrong: half a sentence.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
public readonly record struct SecretsProblem(string Message, int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"line {Line}, column {Column}: {Message}";
}
