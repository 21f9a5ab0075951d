using System.Text;

namespace Gatepost.Evidence.Dialog.Sasl;

/// <summary>PLAIN (RFC 4616).</summary>
internal sealed class Plain(Login login) : ISaslMechanism
{
    public string Name => "PLAIN";

    public bool ShowsSecret => true;

    public byte[]? Initial => Encoding.UTF8.GetBytes($"\0{login.User}\0{login.Secret}");

    public SaslStep Answer(ReadOnlySpan<byte> challenge) => SaslStep.Cancel("the server asks more than PLAIN has to say");

    public string? Problem(bool isAccepted) => null;
}
