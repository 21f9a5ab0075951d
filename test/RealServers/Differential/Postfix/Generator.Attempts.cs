using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.Postfix;

internal sealed partial class Generator
{
    private static readonly string[] s_attemptFeatures =
    [
        "recipient own", "recipient extension", "recipient percent", "recipient bang", "recipient quoted", "recipient source route", "recipient bare", "recipient odd domain", "recipient odd", "recipient capitals", "recipient of a key",
        "sender null", "sender bare", "client IPv6", "helo none", "login", "tls", "certificate", "list in a file", "master.cf -o",
        "mynetworks exclusion", "mynetworks host bits", "mynetworks name", "mynetworks table", "mynetworks file", .. Enum.GetNames<NameStatus>().Select(static n => $"client name {n}"),
        .. new[] { "mydestination", "relay_domains", "virtual_alias_domains", "virtual_mailbox_domains" }.Select(static d => $"domains {d}"),
        "maps relay_recipient_maps", "maps recipient_canonical_maps", "maps canonical_maps", "maps sender_canonical_maps", "maps transport_maps", "setting mynetworks_style",
    ];

    private const int EnvelopesInSession = 6;

    private ImmutableArray<PostfixQuestion> Attempts(ImmutableArray<string> listeners, int count)
    {
        var questions = ImmutableArray.CreateBuilder<PostfixQuestion>(count);
        while (questions.Count < count)
        {
            var (listener, session) = Session(listeners);
            for (var i = Math.Min(EnvelopesInSession, count - questions.Count); i > 0; i--) questions.Add(new PostfixQuestion(listener, session with { MailFrom = Sender(), RcptTo = Recipient() }));
        }

        return questions.ToImmutable();
    }

    private (string Listener, Attempt Session) Session(ImmutableArray<string> listeners)
    {
        var listener = _chance.One(listeners);
        var (address, name) = _chance.One(PostfixWorld.Clients);
        // A second smtpd takes its time to start; so fewer of them.
        while (address.Contains(':', StringComparison.Ordinal) && _chance.Percent(60)) (address, name) = _chance.One(PostfixWorld.Clients);
        Use($"client name {name.Status}");
        var client = IPAddress.Parse(address);
        if (client.AddressFamily == AddressFamily.InterNetworkV6) Use("client IPv6");
        var tls = _hasTls && !Delays("no") && _chance.Percent(60) ? _chance.One(new Tls(), TestCertificates.Session(0, _digest), TestCertificates.Session(1, _digest)) : null;
        if (tls?.Fingerprint is not null) Use("certificate");
        var login = OffersLogin(listener) && (tls is not null || !DemandsTls(listener)) && _chance.Percent(40) ? new Login(_chance.One(PostfixWorld.Logins)) : null;
        // Where HELO is demanded it is demanded before AUTH too.
        var helo = tls is null && login is null && _chance.Percent(10) ? null : _chance.One(PostfixWorld.Helos);
        if (helo is null) Use("helo none");
        if (login is not null) Use("login");
        return (listener, new Attempt { Client = client, Name = name, Helo = helo, Tls = tls, Login = login, RcptTo = "" });
    }

    // Whether early answers are possible: then STARTTLS and AUTH may not be reached.
    private bool Delays(string value) =>
        _parts.Exists(p => p is ConfigPart.Setting { Name: "smtpd_delay_reject" } s && s.Value.Contains(value, StringComparison.OrdinalIgnoreCase)) || _parts.Exists(static p => p is ConfigPart.Override { Option: "smtpd_delay_reject=no" });

    private bool OffersLogin(string listener) =>
        _parts.OfType<ConfigPart.Override>().LastOrDefault(o => o.Listener == listener && o.Option.StartsWith("smtpd_sasl_auth_enable", StringComparison.Ordinal)) is { } option ? option.Option.EndsWith("yes", StringComparison.Ordinal) : _hasLogins;

    private bool DemandsTls(string listener) =>
        _parts.Exists(static p => p is ConfigPart.Setting { Name: "smtpd_tls_security_level", Value: "encrypt" }) || _parts.Exists(p => p is ConfigPart.Override { Option: "smtpd_tls_security_level=encrypt" } o && o.Listener == listener);

    private string Sender()
    {
        switch (_chance.Between(0, 11))
        {
            case 0:
                Use("sender null");
                return "";
            case 1:
                Use("sender bare");
                return _chance.One(PostfixWorld.Users);
            case 2: return $"{_chance.One(PostfixWorld.Users)}@{_chance.One(PostfixWorld.OddDomains)}";
            case 3: return _chance.One("u%far.test@example.org", "a!b@rel.test", "\"x y\"@sender.test", "bob+x@example.org");
            case 4 or 5 or 6 when _known.Count > 0: return Known();
            default: return $"{_chance.One(PostfixWorld.Users)}@{_chance.One(PostfixWorld.Domains)}";
        }
    }

    // Addresses that a table of the case knows.
    private readonly List<(string User, string Domain)> _known = [];

    private string Known()
    {
        var (user, domain) = _chance.One(_known);
        return _chance.Percent(70) ? $"{user}@{domain}" : _chance.One($"{user}+x@{domain}", $"{user}@sub.{domain}", $"{user}@example.org", $"u@{domain}");
    }

    private string Recipient()
    {
        var user = _chance.One(PostfixWorld.Users);
        var domain = _chance.One(PostfixWorld.Domains);
        var own = _chance.One("example.org", "rel.test", "alias.test", "box.test", "mx.example.org", "[127.0.0.1]");
        var form = _chance.Between(0, 29);
        if (form >= 22 && _known.Count > 0)
        {
            Use("recipient of a key");
            return Known();
        }

        var (feature, address) = form switch
        {
            0 => ("recipient extension", $"{user}{_chance.One("+", "-", "+-")}x@{domain}"),
            1 or 2 => ("recipient percent", _chance.One($"{user}%{domain}@{own}", $"{user}%{domain}", $"u%far.test%{domain}@{own}", $"%@{own}")),
            3 => ("recipient bang", _chance.One($"{domain}!{user}@{own}", $"{domain}!{user}", $"far.test!{domain}!u@{own}", $"{domain}!u%far.test@{own}")),
            4 => ("recipient quoted", _chance.One($"\"{user}@{domain}\"@{own}", $"\"{user}\"@{domain}", $"\"a b\"@{own}", $"\"{user}%{domain}\"@{own}", $"\"\"@{own}", $"\"{user}@{domain}\"")),
            5 => ("recipient source route", _chance.One($"@{own}:{user}@{domain}", $"@far.test,@{own}:{user}@{domain}", $"@{domain}:{user}@{own}")),
            6 => ("recipient bare", _chance.One(user, "postmaster", "Postmaster", "nobody")),
            7 or 8 => ("recipient odd domain", $"{user}@{_chance.One(PostfixWorld.OddDomains)}"),
            9 => ("recipient odd", _chance.One("", "@", "u@", "@far.test", "u@a@far.test", "u @far.test", "u..x@far.test", ".u@far.test", "u@far.test, x@rel.test", "(c)u@far.test", "u@[", "-u@far.test", "u\\@far.test@example.org", "u@" + domain + ".")),
            10 => ("recipient capitals", $"{user.ToUpperInvariant()}@{domain.ToUpperInvariant()}"),
            < 17 => ("recipient own", $"{user}@{own}"),
            _ => ("recipient own", $"{user}@{domain}"),
        };
        Use(feature);
        return address;
    }
}
