using Gatepost.Relay;

namespace Gatepost.Mta.Exchange;

/// <summary>The client's verified certificate is for a name; <c>*.x</c> stands for all below x.</summary>
internal sealed class CertificateIs(string name) : Leaf
{
    private readonly string _name = name.ToLowerInvariant();

    public override Dimension Dimension => Dimension.Tls;

    public override void Mark(Landmarks landmarks) => landmarks.Domain(_name.StartsWith("*.", StringComparison.Ordinal) ? _name[2..] : _name);

    public override Answer Ask(Session session)
    {
        if (session.Attempt.Tls is not { IsVerified: true, Subject: { } subject }) return Answer.No;
        var host = subject.ToLowerInvariant();
        if (host.StartsWith("cn=", StringComparison.Ordinal)) host = host[3..].Split(',')[0].Trim();
        return Answer.Of(_name.StartsWith("*.", StringComparison.Ordinal) ? host == _name || host.EndsWith(_name[1..], StringComparison.Ordinal) : host == _name);
    }

    public override string ToString() => $"client has a certificate of {_name}";
}
