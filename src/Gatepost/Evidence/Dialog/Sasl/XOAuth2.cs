using System.Text;
using System.Text.Json;

namespace Gatepost.Evidence.Dialog.Sasl;

/// <summary>XOAUTH2, Google's and Microsoft's: an access token in place of a password. A refusal comes first as JSON in a challenge.</summary>
internal sealed class XOAuth2(Login login) : ISaslMechanism
{
    private const int LongestStatus = 100;
    private string? _problem;

    public string Name => "XOAUTH2";

    public bool ShowsSecret => true;

    public byte[]? Initial => Encoding.UTF8.GetBytes($"user={login.User}\u0001auth=Bearer {login.Secret}\u0001\u0001");

    public SaslStep Answer(ReadOnlySpan<byte> challenge)
    {
        if (_problem is not null) return SaslStep.Cancel(_problem);
        _problem = StatusIn(challenge) is { } status ? $"the token was refused with status {status}" : "the token was refused";
        return SaslStep.Of([]);
    }

    public string? Problem(bool isAccepted) => isAccepted ? null : _problem;

    private static string? StatusIn(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!JsonDocument.TryParseValue(ref reader, out var document)) return null;
            using (document)
            {
                if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("status", out var status)) return null;
                var text = status.ValueKind == JsonValueKind.String ? status.GetString()! : status.GetRawText();
                return text.Length > LongestStatus ? text[..LongestStatus] : text;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
