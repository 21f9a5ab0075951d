using System.Net;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

public class MailVendorsTests
{
    [Theory]
    [InlineData("example-org.mail.protection.outlook.com", "Microsoft 365")]
    [InlineData("ALT1.ASPMX.L.GOOGLE.COM", "Google Workspace")]
    [InlineData("us-smtp-inbound-1.mimecast.com", "Mimecast")]
    [InlineData("mx1-us1.ppe-hosted.com", "Proofpoint Essentials")]
    [InlineData("mxa-00010d02.gslb.pphosted.com", "Proofpoint")]
    [InlineData("inbound-smtp.eu-west-1.amazonaws.com", "Amazon SES")]
    [InlineData("route1.mx.cloudflare.net", "Cloudflare Email Routing")]
    [InlineData("mx00.ionos.co.uk", "IONOS")]
    [InlineData("eforward3.registrar-servers.com", "Namecheap email forwarding")]
    [InlineData("mail.example.net", null)]
    [InlineData("evilmimecast.com", null)]
    [InlineData("mimecast.com.example.net", null)]
    public void An_mx_host_tells_its_provider(string host, string? expected) => Assert.Equal(expected, MailVendors.OfMx(host)?.Name);

    [Theory]
    [InlineData("_spf.google.com", "Google Workspace")]
    [InlineData("spf.protection.outlook.com", "Microsoft 365")]
    [InlineData("eu._netblocks.mimecast.com", "Mimecast")]
    [InlineData("sendgrid.net", null)]
    [InlineData("amazonses.com", null)]
    public void A_name_in_spf_tells_its_provider_and_bulk_senders_are_none(string name, string? expected) => Assert.Equal(expected, MailVendors.OfSpf(name)?.Name);

    [Fact]
    public void The_table_is_sound()
    {
        Assert.Equal(MailVendors.All.Count, MailVendors.All.DistinctBy(static v => v.Vendor.Name).Count());
        var mx = MailVendors.All.SelectMany(static v => v.Mx).ToList();
        var spf = MailVendors.All.SelectMany(static v => v.Spf).ToList();
        Assert.Equal(mx.Count, mx.Distinct().Count());
        Assert.Equal(spf.Count, spf.Distinct().Count());
        Assert.All(mx.Concat(spf), static n => Assert.Matches(@"^\.?[a-z0-9_*][a-z0-9_.*-]*\.[a-z]+$", n));
        Assert.All(MailVendors.All, static v => Assert.NotEmpty(v.Mx));
        foreach (var vendor in MailVendors.All)
        {
            foreach (var name in vendor.Mx) Assert.Equal(vendor.Vendor, MailVendors.OfMx(Sample(name)));
            foreach (var name in vendor.Spf) Assert.Equal(vendor.Vendor, MailVendors.OfSpf(Sample(name)));
        }

        static string Sample(string pattern) => (pattern[0] == '.' ? "x1" + pattern : pattern).Replace("*", "0", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@ MX 0 x-test.mail.protection.outlook.com.\n@ TXT v=spf1 include:_spf.google.com -all", true)]
    [InlineData("@ MX 0 x-test.mail.protection.outlook.com.\n@ TXT v=spf1 include:spf.protection.outlook.com include:_spf.google.com -all", false)]
    [InlineData("@ MX 0 x-test.mail.protection.outlook.com.\n@ TXT v=spf1 include:sendgrid.net -all", false)]
    [InlineData("@ MX 0 x-test.mail.protection.outlook.com.\n@ TXT v=spf1 include:eu._netblocks.mimecast.com -all", false)]
    [InlineData("@ MX 0 eu-smtp-inbound-1.mimecast.com.\n@ TXT v=spf1 include:_spf.google.com -all", false)]
    [InlineData("@ MX 0 mx.y.test.\n@ TXT v=spf1 include:_spf.google.com -all", false)]
    public async Task Only_two_providers_of_mailboxes_contradict_each_other(string records, bool expected) =>
        Assert.Equal(expected, (await Worlds.Survey(Worlds.With("x", records), "x.test")).Has(DnsFindingKind.SpfNamesOtherProvider));

    [Theory]
    [InlineData("ns1.sedoparking.com", DnsFindingKind.Parked)]
    [InlineData("ns1.suspended-domain.com", DnsFindingKind.Suspended)]
    [InlineData("ns1.pendingrenewaldeletion.com", DnsFindingKind.Expired)]
    [InlineData("ns1.namebrightdns.com", null)]
    [InlineData("ns1.example.com", null)]
    public void Name_servers_tell_that_a_domain_is_not_in_use(string server, DnsFindingKind? expected)
    {
        Assert.Equal(expected, ParkingSigns.Of("x.test", [server, server], [], "")?.Kind);
        Assert.Null(ParkingSigns.Of("x.test", [server, "ns.own.test"], [], ""));
    }

    [Fact]
    public void An_address_counts_only_where_mail_goes_there()
    {
        var parked = new MailHost(0, "x.test", MailHostState.Usable, [IPAddress.Parse("91.195.240.12")]);
        var used = new MailHost(10, "mx.x.test", MailHostState.Usable, [IPAddress.Parse("192.0.2.1")]);

        Assert.Equal(DnsFindingKind.Parked, ParkingSigns.Of("x.test", [], [parked], "")?.Kind);
        Assert.Null(ParkingSigns.Of("x.test", [], [parked, used], ""));
        Assert.Null(ParkingSigns.Of("x.test", [], [], ""));
    }
}
