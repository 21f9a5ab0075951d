namespace Gatepost.RealServers.Differential.Sendmail;

/// <summary>Tables and classes.</summary>
internal sealed partial class SendmailGenerator
{
    private static readonly string[] s_tags = ["Connect:", "From:", "To:", "", "Spam:"];

    private static readonly string[] s_values =
    [
        "RELAY", "RELAY", "OK", "REJECT", "DISCARD", "SKIP", "QUARANTINE:held", "ERROR:5.7.8:550 not from here", "ERROR:550 5.7.3 inline status", "ERROR:\"554 quoted text\"", "550 plain text",
        "ERROR:4.7.1:450 come later", "ERROR:451 later", "no code at all", "relay", "FRIEND", "HATER", "SPAMFRIEND", "521", "ERROR:D.S.N:550 words, with (a comment) and a@b.c",
    ];

    private static readonly string[] s_listeners = ["M=", "M=E", "M=a", "M=Ea", "M=u", "M=f"];
    private static readonly string[] s_domains = ["own.test", "rel.test", "sub.rel.test", "far.test", "a.far.test", "virt.test", "lan.test", "served.test", "sender.test", "test", "mt.test", "client.test"];
    private static readonly string[] s_users = ["root", "u", "list", "nosuch", "a"];
    private static readonly string[] s_networks = ["203.0.113", "203.0.113.5", "203.0.113.6", "203", "198.51.100", "10.9", "10.9.8.7", "192.0.2.130", "[203.0.113.8]", "[203.0.113]", "127.0.0.1", "192.0.2.128/25"];

    private void Access()
    {
        var lines = random.Next(1, 14);
        for (var i = 0; i < lines; i++)
        {
            var tag = Pick(s_tags);
            var key = random.Next(10) switch
            {
                < 3 when tag is "Connect:" or "" => Pick(s_networks),
                < 5 => $"{Pick(s_users)}@{Pick(s_domains)}",
                5 => $"{Pick(s_users)}@",
                6 => $"{Pick(s_users)}+*@{(Chance(50) ? Pick(s_domains) : "")}",
                7 => "." + Pick(s_domains),
                _ => Pick(s_domains),
            };
            var value = tag == "Spam:" ? Pick(["FRIEND", "HATER", "OK"]) : Pick(s_values);
            _parts.Add(new SendmailPart("access", $"{tag}{key}\t{value}", "value " + value));
            _parts.Add(new SendmailPart("access", $"# {tag}", "tag " + tag));
        }
    }

    private void Virtual()
    {
        Add(Mc, Chance(50) ? "FEATURE(`virtusertable')dnl" : "FEATURE(`virtusertable', `hash -o /etc/mail/virtusertable')dnl", "virtusertable");
        if (Chance(70)) Add(Mc, "VIRTUSER_DOMAIN(`virt.test')dnl", "VIRTUSER_DOMAIN");
        string[] targets = ["root", "nosuch", "x@far.test", "root@own.test", "error:nouser 550 no such user", "error:5.7.0:550 not here", "error:no code here", "list", "b@virt.test"];
        _parts.Add(new SendmailPart("virtusertable", "# users", "virtusertable"));
        for (var i = random.Next(1, 8); i > 0; i--)
        {
            var local = Pick(["", "u", "a", "root", "u+*", "u++", "+*", "nosuch"]);
            _parts.Add(new SendmailPart("virtusertable", $"{local}@{Pick(["virt.test", "own.test", "sub.virt.test"])}\t{Pick(targets)}", "virtusertable"));
        }
    }

    private void Mailers()
    {
        Add(Mc, "FEATURE(`mailertable')dnl", "mailertable");
        _parts.Add(new SendmailPart("mailertable", "# mailers", "mailertable"));
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var key = Pick(["mt.test", ".mt.test", "far.test", ".far.test", "sender.test", "rel.test", ".test"]);
            _parts.Add(new SendmailPart("mailertable", $"{key}\t{Pick(["esmtp:[192.0.2.1]", "error:5.7.0:550 no mail there", "error:nouser no such host", "smtp:hub.test"])}", "mailertable"));
        }
    }

    private void Domains()
    {
        Add(Mc, "FEATURE(`domaintable')dnl", "domaintable");
        _parts.Add(new SendmailPart("domaintable", $"old.test\t{Pick(["own.test", "far.test", "rel.test"])}", "domaintable"));
    }

    private void Relaying()
    {
        if (Chance(40)) Add(Mc, $"RELAY_DOMAIN(`{Pick(["rel.test", "sub.rel.test", "rel.test lan.test", ".rel.test"])}')dnl", "RELAY_DOMAIN");
        if (Chance(10)) Add(Mc, "LOCAL_DOMAIN(`second.test')dnl", "LOCAL_DOMAIN");
        if (!Chance(50)) return;
        for (var i = random.Next(1, 4); i > 0; i--)
            _parts.Add(new SendmailPart("relay-domains", Pick(["rel.test", "lan.test", "10.9", "203.0.113.5", "192.0.2.130", "far.test extra.test", "# a comment", "203.0.113.", "served.test", "10.9.0.0/16"]), "relay-domains"));
    }
}
