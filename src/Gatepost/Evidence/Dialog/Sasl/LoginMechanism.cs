using System.Text;

namespace Gatepost.Evidence.Dialog.Sasl;

/// <summary>LOGIN (draft-murchison-sasl-login): the server asks for the name, then for the password, in words that do not matter.</summary>
internal sealed class LoginMechanism(Login login) : ISaslMechanism
{
    private int _asked;

    public string Name => "LOGIN";

    public bool ShowsSecret => true;

    public byte[]? Initial => null;

    public SaslStep Answer(ReadOnlySpan<byte> challenge) => _asked++ switch
    {
        0 => SaslStep.Of(Encoding.UTF8.GetBytes(login.User)),
        1 => SaslStep.Of(Encoding.UTF8.GetBytes(login.Secret)),
        _ => SaslStep.Cancel("the server asks more than LOGIN has to say"),
    };

    public string? Problem(bool isAccepted) => null;
}
