using Gatepost.Diagnoses;
using Gatepost.RealServers.Mail;
using Gatepost.RealServers.Names;

namespace Gatepost.RealServers.Worlds;

/// <summary>The sender's own server looks up the recipient's domain before it takes the message, and the DNS has no good answer.</summary>
internal static class DnsWorlds
{
    private const string NotFound = ": Recipient address rejected: Domain not found";

    public static IReadOnlyList<World> All { get; } =
    [
        new("nxdomain", "GP114", Owner.Nobody, "550 5.1.2 <pat@gone.example>" + NotFound, static scene =>
            FromPostfix(scene, "gone.example")),
        new("nxdomain-exim", "GP114", Owner.Nobody, "550 Unrouteable address", static scene =>
            FromExim(scene, "gone-too.example")),
        new("null-mx", "GP114", Owner.Nobody, "556 5.1.10 <pat@silent.example>: Recipient address rejected: Domain silent.example does not accept mail (nullMX)", static scene =>
        {
            scene.Zone("silent.example", "@ MX 0 .", "@ A 192.0.2.250");
            return FromPostfix(scene, "silent.example");
        }),
        new("null-mx-exim", "GP114", Owner.Nobody, "550 an MX or SRV record indicated no SMTP service", static scene =>
        {
            scene.Zone("mute.example", "@ MX 0 .");
            return FromExim(scene, "mute.example");
        }),
        new("lame", "GP115", Owner.RecipientDns, "450 4.1.2 <pat@lame.example>" + NotFound, static scene =>
        {
            scene.Zone("lame.example").IsServed = false;
            return FromPostfix(scene, "lame.example");
        }),
        new("dead-name-server", "GP115", Owner.RecipientDns, "450 4.1.2 <pat@dead.example>" + NotFound, static scene =>
        {
            var zone = scene.Zone("dead.example");
            (zone.IsServed, zone.Servers, zone.Glue) = (false, ["ns.dead.example"], [$"ns.dead.example. A {NameServer.Silent}"]);
            return FromPostfix(scene, "dead.example");
        }),
        new("unloadable-zone", "GP115", Owner.RecipientDns, "450 4.1.2 <pat@broken.example>" + NotFound, static scene =>
        {
            scene.Zone("broken.example").IsLoadable = false;
            return FromPostfix(scene, "broken.example");
        }),
        new("no-glue", "GP115", Owner.RecipientDns, "450 4.1.2 <pat@unglued.example>" + NotFound, static scene =>
        {
            var zone = scene.Zone("unglued.example");
            (zone.IsServed, zone.Servers) = (false, ["ns.unglued.example"]);
            return FromPostfix(scene, "unglued.example");
        }),
        new("cyclic-delegation", "GP115", Owner.RecipientDns, "450 4.1.2 <pat@loop.example>" + NotFound, static scene =>
        {
            var (one, other) = (scene.Zone("loop.example"), scene.Zone("pool.example"));
            (one.IsServed, one.Servers) = (false, ["ns.pool.example"]);
            (other.IsServed, other.Servers) = (false, ["ns.loop.example"]);
            return FromPostfix(scene, "loop.example");
        }),
        new("bogus", "GP115", Owner.RecipientDns, "450 4.1.2 <pat@bogus.example>" + NotFound, static scene =>
        {
            scene.Server(new Postfix("mx.bogus.example") { Domains = ["bogus.example"] });
            scene.Zone("bogus.example", "@ MX 10 mx").Signing = Signing.Bogus;
            return FromPostfix(scene, "bogus.example");
        }),
        new("mx-alias-without-address", "GP115", Owner.RecipientDns, "550 all relevant MX records point to non-existent hosts", static scene =>
        {
            scene.Zone("alias.example", "@ MX 10 mx", "mx CNAME nothing.alias.example.");
            return FromExim(scene, "alias.example");
        }),
        new("private-mx", "GP115", Owner.RecipientDns, "550 all relevant MX records point to non-existent hosts", static scene =>
        {
            scene.Zone("inside.example", "@ MX 10 mx", "mx A 10.0.0.5");
            return FromExim(scene, "inside.example");
        }),
    ];

    private static Attempt FromPostfix(Scene scene, string domain)
    {
        var own = domain.Split('.')[0];
        var server = scene.Server(new Postfix($"{own}.oak.example")
        {
            Domains = ["oak.example"], Networks = ["203.0.113.0/24"],
            Restrictions = "reject_unknown_recipient_domain, permit_mynetworks, reject_unauth_destination",
            Extra = "unknown_address_reject_code = 550",
        });
        return new(server, scene.Client($"desk-{own}.oak.example"), "ann@oak.example", $"pat@{domain}");
    }

    private static Attempt FromExim(Scene scene, string domain)
    {
        var own = domain.Split('.')[0];
        var server = scene.Server(new Exim($"{own}.oak.example") { Domains = ["oak.example"], Networks = ["203.0.113.0/24"], VerifiesRecipients = true });
        return new(server, scene.Client($"desk-{own}.oak.example"), "ann@oak.example", $"pat@{domain}");
    }
}
