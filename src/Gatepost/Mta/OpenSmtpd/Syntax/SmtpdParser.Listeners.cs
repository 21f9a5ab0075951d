using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Syntax;

/// <summary>Listeners.</summary>
internal sealed partial class SmtpdParser
{
    private Coverage? Listen(Origin origin)
    {
        Expect("on");
        if (_failed) return null;
        var isSocket = TakeIf("socket");
        var listen = new SmtpdListen(isSocket ? "socket" : String("an interface or address"), origin) { IsSocket = isSocket };
        while (!_failed && _at < _statement.Count) listen = Option(listen);
        if (!_failed && listen is { OffersLogin: true, OffersTls: false, IsSmtps: false }) Fail("a login needs tls or smtps at this listener");
        if (_failed) return null;
        Config.Listeners.Add(listen);
        return listen.HostNames is { Source: not null } ? Coverage.Conditional : Coverage.Understood;
    }

    private SmtpdListen Option(SmtpdListen listen)
    {
        var option = Take();
        switch (option.Kind == SmtpdTokenKind.Word ? option.Text : "")
        {
            case "port":
                var port = Take();
                if (!port.IsString && port.Kind != SmtpdTokenKind.Number && !port.IsKeyword("smtp") && !port.IsKeyword("smtps")) Fail("a port should stand here");
                return listen with { PortText = port.Text };
            case "smtps": return listen with { IsSmtps = true, DemandsCertificate = TakeIf("verify") };
            case "tls": return listen with { OffersTls = true };
            case "tls-require": return listen with { OffersTls = true, DemandsTls = true, DemandsCertificate = TakeIf("verify") };
            case "auth" or "auth-optional":
                if (StartsTable()) Tables("auth");
                return listen with { OffersLogin = true, DemandsLogin = option.Text == "auth" };
            case "tag": return listen with { Tag = String("a tag") };
            case "hostname": return listen with { HostName = String("a name") };
            case "hostnames": return listen with { HostNames = MapOf("hostnames") };
            case "filter": return listen with { Filter = FilterUse($"listen on {listen.On}") };
            case "senders":
                listen = listen with { Senders = MapOf("senders") };
                TakeIf("masquerade");
                return listen;
            case "pki" or "ca" or "ciphers" or "protocols":
                String("a value");
                return listen;
            case "inet4" or "inet6" or "mask-src" or "received-auth" or "no-dsn" or "proxy-v2": return listen;
            default:
                _at = Math.Max(0, _at - 1);
                Fail($"{Peek()} is no option of a listener");
                return listen;
        }
    }
}
