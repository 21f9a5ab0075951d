using System.Security.Cryptography;
using System.Text;

namespace Gatepost.Evidence.Dialog.Sasl;

/// <summary>CRAM-MD5 (RFC 2195): the password is proved, not shown. Weak, and still the best that some servers have.</summary>
internal sealed class CramMd5(Login login) : ISaslMechanism
{
    private bool _isAnswered;

    public string Name => "CRAM-MD5";

    public bool ShowsSecret => false;

    public byte[]? Initial => null;

    public SaslStep Answer(ReadOnlySpan<byte> challenge)
    {
        if (_isAnswered) return SaslStep.Cancel("the server asks more than CRAM-MD5 has to say");
        _isAnswered = true;
#pragma warning disable CA5351 // The mechanism is what it is.
        var digest = HMACMD5.HashData(Encoding.UTF8.GetBytes(login.Secret), challenge);
#pragma warning restore CA5351
        return SaslStep.Of(Encoding.UTF8.GetBytes($"{login.User} {Convert.ToHexStringLower(digest)}"));
    }

    public string? Problem(bool isAccepted) => null;
}
