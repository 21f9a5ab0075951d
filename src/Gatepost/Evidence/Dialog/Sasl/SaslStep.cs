namespace Gatepost.Evidence.Dialog.Sasl;

/// <summary>An answer to a challenge, or why there can be none.</summary>
/// <param name="Response">The answer; null where the exchange is to be cancelled.</param>
/// <param name="Problem">Why, as half a sentence.</param>
internal readonly record struct SaslStep(byte[]? Response, string? Problem)
{
    public static SaslStep Of(byte[] response) => new(response, null);

    public static SaslStep Cancel(string problem) => new(null, problem);
}
