using System.Security.Cryptography;
using System.Text;

namespace Gatepost.Evidence.Dialog.Sasl;

/// <summary>SCRAM-SHA-256 (RFC 5802, RFC 7677) without channel binding. The server has to prove that it knows the password, too.</summary>
/// <param name="login">The login.</param>
/// <param name="nonce">The client's nonce: printable ASCII without a comma, fresh for every exchange.</param>
internal sealed class ScramSha256(Login login, string nonce) : ISaslMechanism
{
    private const string NoBinding = "n,,";

    /// <summary>RFC 7677 section 4 has at least 4096; fewer would help a false server to guess.</summary>
    private const int FewestRounds = 4096;

    /// <summary>More would let a server waste our time.</summary>
    private const int MostRounds = 1_000_000;

    private byte[]? _serverSignature;
    private bool _isFirstAnswered;
    private bool _isProved;

    public string Name => "SCRAM-SHA-256";

    public bool ShowsSecret => false;

    public byte[]? Initial => Encoding.UTF8.GetBytes(NoBinding + ClientFirst);

    private string ClientFirst => $"n={login.User.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal)},r={nonce}";

    public static ScramSha256 WithFreshNonce(Login login) => new(login, Convert.ToBase64String(RandomNumberGenerator.GetBytes(18)));

    public SaslStep Answer(ReadOnlySpan<byte> challenge)
    {
        var text = Encoding.UTF8.GetString(challenge);
        if (!_isFirstAnswered)
        {
            _isFirstAnswered = true;
            return AnswerFirst(text);
        }

        return _isProved ? SaslStep.Cancel("the server asks more than SCRAM-SHA-256 has to say") : CheckProof(text);
    }

    public string? Problem(bool isAccepted) => isAccepted && !_isProved ? "the server did not prove that it knows the password" : null;

    private SaslStep AnswerFirst(string serverFirst)
    {
        var parts = serverFirst.Split(',');
        if (parts is not [['r', '=', .. var both], ['s', '=', .. var saltText], ['i', '=', .. var roundsText], ..]) return SaslStep.Cancel("the server's first message is not SCRAM");
        if (both.Length <= nonce.Length || !both.StartsWith(nonce, StringComparison.Ordinal)) return SaslStep.Cancel("the server's nonce does not continue ours");
        if (!int.TryParse(roundsText, System.Globalization.NumberStyles.None, null, out var rounds) || rounds is < FewestRounds or > MostRounds)
            return SaslStep.Cancel($"the server's iteration count is not between {FewestRounds} and {MostRounds}");
        var salt = new byte[saltText.Length];
        if (!Convert.TryFromBase64String(saltText, salt, out var saltLength) || saltLength == 0) return SaslStep.Cancel("the server's salt is not base64");

        var final = $"c={Convert.ToBase64String(Encoding.ASCII.GetBytes(NoBinding))},r={both}";
        var signed = Encoding.UTF8.GetBytes($"{ClientFirst},{serverFirst},{final}");
        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(login.Secret), salt.AsSpan(0, saltLength), rounds, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes);
        var proof = HMACSHA256.HashData(salted, "Client Key"u8);
        var signature = HMACSHA256.HashData(SHA256.HashData(proof), signed);
        for (var i = 0; i < proof.Length; i++) proof[i] ^= signature[i];
        _serverSignature = HMACSHA256.HashData(HMACSHA256.HashData(salted, "Server Key"u8), signed);
        return SaslStep.Of(Encoding.UTF8.GetBytes($"{final},p={Convert.ToBase64String(proof)}"));
    }

    private SaslStep CheckProof(string serverFinal)
    {
        if (_serverSignature is null) return SaslStep.Cancel("the server goes on after the exchange was cancelled");
        if (serverFinal.StartsWith("e=", StringComparison.Ordinal)) return SaslStep.Of([]);
        var signature = new byte[serverFinal.Length];
        _isProved = serverFinal.StartsWith("v=", StringComparison.Ordinal)
            && Convert.TryFromBase64String(serverFinal[2..].Split(',')[0], signature, out var length)
            && CryptographicOperations.FixedTimeEquals(signature.AsSpan(0, length), _serverSignature);
        return _isProved ? SaslStep.Of([]) : SaslStep.Cancel("the server's signature is wrong: it does not know the password");
    }
}
