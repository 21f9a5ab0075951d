using Gatepost.Diagnoses;
using Gatepost.RealServers.Mail;

namespace Gatepost.RealServers.Worlds;

/// <summary>The refusing server is the recipient's, or the DNS says that it is; or something stands between the two.</summary>
internal static class RecipientWorlds
{
    public static IReadOnlyList<World> All { get; } =
    [
        new("postfix-domain-not-configured", "GP111", Owner.RecipientAdmin, "554 5.7.1 <pat@quince.example>: Relay access denied", static scene =>
            NotConfigured(scene, "quince.example", new Postfix("mx.quince.example") { Domains = ["quince-hosting.example"] })),
        new("exim-domain-not-configured", "GP111", Owner.RecipientAdmin, "550 relay not permitted", static scene =>
            NotConfigured(scene, "rowan.example", new Exim("mx.rowan.example") { Domains = ["rowan-hosting.example"] })),
        new("sendmail-domain-not-configured", "GP111", Owner.RecipientAdmin, "550 5.7.1 <pat@sorrel.example>... Relaying denied", static scene =>
            NotConfigured(scene, "sorrel.example", new Sendmail("mx.sorrel.example") { Domains = ["sorrel-hosting.example"] })),
        new("opensmtpd-domain-not-configured", "GP111", Owner.RecipientAdmin, "550 Invalid recipient: <pat@tulip.example>", static scene =>
            NotConfigured(scene, "tulip.example", new OpenSmtpd("mx.tulip.example") { Domains = ["tulip-hosting.example"] })),
        new("postfix-default-domain-not-configured", "GP111", Owner.RecipientAdmin, "454 4.7.1 <pat@chicory.example>: Relay access denied", static scene =>
            NotConfigured(scene, "chicory.example", new Postfix("mx.chicory.example")
            {
                Domains = ["chicory-hosting.example"], Restrictions = "permit_mynetworks, permit_sasl_authenticated, defer_unauth_destination",
            })),
        new("sendmail-domain-not-configured-client-without-name", "GP111", Owner.RecipientAdmin, "550 5.7.1 <pat@daisy.example>... Relaying denied. IP name lookup failed [{client}]", static scene =>
            NotConfigured(scene, "daisy.example", new Sendmail("mx.daisy.example") { Domains = ["daisy-hosting.example"] }) with { Client = scene.NamelessClient() })
            { WordsMislead = true },
        new("stale-mx", "GP112", Owner.RecipientDns, "550 relay not permitted", static scene =>
        {
            var old = scene.Server(new Exim("mx3.oldhost.example") { Domains = ["oldhost.example"] });
            scene.Zone("oldhost.example", "@ MX 10 mx3");
            scene.Zone("umbra.example", "@ MX 10 mx3.oldhost.example.", "@ TXT \"v=spf1 include:spf.protection.outlook.com -all\"");
            scene.Zone("outlook.com", "spf.protection TXT \"v=spf1 ip4:40.92.0.0/15 -all\"");
            return new(old, scene.Client("out4.oak.example"), "ann@oak.example", "pat@umbra.example");
        }),
        new("migration", "GP113", Owner.RecipientDns, "554 5.7.1 <pat@violet.example>: Relay access denied", static scene =>
        {
            var old = scene.Server(new Postfix("mx.before.example") { Domains = ["before.example"] });
            scene.Server(new Postfix("mx.after.example") { Domains = ["after.example", "violet.example"] });
            scene.Zone("violet.example", "@ MX 10 mx.before.example.").RecordsOfSecond = ["@ MX 10 mx.after.example."];
            return new(old, scene.Client("out5.oak.example"), "ann@oak.example", "pat@violet.example");
        }),
        new("two-vendors", "GP113", Owner.RecipientDns, "550 relay not permitted", static scene =>
        {
            scene.Server(new Postfix("mx.willow-mail.example") { Domains = ["willow.example"] });
            var other = scene.Server(new Exim("in.formerly.example") { Domains = ["formerly.example"] });
            scene.Zone("willow.example", "@ MX 10 mx.willow-mail.example.", "@ MX 10 in.formerly.example.");
            return new(other, scene.Client("out6.oak.example"), "ann@oak.example", "pat@willow.example");
        }),
        new("backup-mx-refuses", "GP116", Owner.RecipientAdmin, "554 5.7.1 <pat@yarrow.example>: Relay access denied", static scene =>
        {
            scene.Server(new Exim("mx1.yarrow.example") { Domains = ["yarrow.example"] });
            var backup = scene.Server(new Postfix("mx2.yarrow.example"));
            scene.Zone("yarrow.example", "@ MX 10 mx1", "@ MX 20 mx2");
            return new(backup, scene.Client("out7.oak.example"), "ann@oak.example", "pat@yarrow.example");
        }),
        new("postfix-greylisting", "GP217", Owner.Undetermined, "450 4.2.0 <pat@zinnia.example>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/zinnia.example.html", static scene =>
        {
            var service = new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 10023);
            var server = scene.Server(new Postfix("mx.zinnia.example") { Domains = ["zinnia.example"], Extra = $"smtpd_recipient_restrictions = check_policy_service inet:{service}" });
            scene.Beside(new PolicyService(service, "DEFER_IF_PERMIT 4.2.0 Greylisted, see http://postgrey.schweikert.ch/help/zinnia.example.html"));
            scene.Zone("zinnia.example", "@ MX 10 mx");
            return new(server, scene.Client("out8.oak.example"), "ann@oak.example", "pat@zinnia.example");
        }),
        new("intercepted", "GP132", Owner.Network, "550 relay not permitted", static scene =>
        {
            // The access network's proxy answers in the place of whatever server its clients call.
            var proxy = scene.Nameless(new Exim("smtp-proxy.access.example"));
            var again = scene.Nameless(new Exim("smtp-proxy.access.example"));
            scene.Zone("aster.example", "@ MX 10 mx", "@ MX 20 mx.bramble.example.", $"mx A {proxy.Address}");
            scene.Zone("bramble.example", $"mx A {again.Address}");
            return new(proxy, scene.Client("dsl-9.access.example"), "ann@oak.example", "pat@aster.example") { Host = "mx.aster.example" };
        }),
        new("smtp-blocked", "GP133", Owner.Network, "connect to mx.begonia.example[{server}]:25: Connection timed out", static scene =>
        {
            var server = scene.Server(new Postfix("mx.begonia.example") { Ports = [25, 587], LoginPorts = [587], Domains = ["begonia.example"] });
            scene.Zone("begonia.example", "@ MX 10 mx");
            var client = scene.Client("dsl-10.access.example");
            scene.BlockSmtp(client);
            return new(server, client, "ann@oak.example", "pat@begonia.example");
        }),
    ];

    private static Attempt NotConfigured(Scene scene, string domain, MailServer mx)
    {
        scene.Server(mx);
        scene.Zone(domain, "@ MX 10 mx");
        return new(mx, scene.Client($"to-{domain.Split('.')[0]}.oak.example"), "ann@oak.example", $"pat@{domain}");
    }
}
