using System.Globalization;
using System.Net;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

/// <summary>A world under <c>test.</c> with a zone for every way in which a domain's mail DNS can be: root, top-level server, and two servers of children, A and B.</summary>
internal static class Worlds
{
    public const string Root = "127.53.0.1";
    public const string Top = "127.53.1.1";
    public const string A = "127.53.2.1";
    public const string B = "127.53.2.2";
    public const string Dead = "127.53.9.9";

    private static readonly string[] AtA = ["good", "nullmx", "cname-mx", "noaddr", "ipmx", "privmx", "loopmx", "none", "implicit", "secure", "bogus", "mig", "halfdead"];

    /// <summary>The whole world.</summary>
    public static ZoneDns All()
    {
        var dns = new ZoneDns();
        dns.Serve(Root, ".", $"@ NS ns.top.\nns.top. A {Root}\ntest. NS ns.test.\nns.test. A {Top}\nnet. NS ns.net.\nns.net. A {Top}");
        dns.Serve(Top, "net", $"@ SOA 1\n@ NS ns\nns A {Top}\nhosts NS ns.hosts\nns.hosts A {A}");
        dns.Serve(Top, "test", "@ SOA 1\n@ NS ns\nns A 127.53.1.1\n" + string.Concat(AtA.Select(z => Delegated(z, A)))
            + Delegated("servfail", A) + Delegated("lame", B) + Delegated("dead", Dead) + $"mig NS ns2.mig\nns2.mig A {B}\nhalfdead NS ns2.halfdead\nns2.halfdead A {Dead}\n"
            + "secure DS 1\nbogus DS 1\nnoglue NS ns.nowhere.invalid.\nloop NS ns.loop2\nloop2 NS ns.loop\nhosted NS ns.hosts.net.\n");
        dns.Serve(A, "hosts.net", $"@ SOA 1\n@ NS ns\nns A {A}\nmx A 192.0.2.40");
        dns.Serve(A, "hosted.test", "@ SOA 1\n@ NS ns.hosts.net.\n@ MX 10 mx.hosts.net.");

        Zone("good", "@ MX 20 mx2\n@ MX 10 mx1\nmx1 A 192.0.2.11\nmx1 AAAA 2001:db8::11\nmx2 A 192.0.2.12\nsub MX 10 mx1\nmx.deep.ent A 192.0.2.13");
        Zone("nullmx", "@ MX 0 .");
        Zone("cname-mx", "@ MX 10 mx\nmx CNAME real\nreal A 192.0.2.21");
        Zone("noaddr", "@ MX 10 gone\n@ MX 20 text\ntext TXT nothing");
        Zone("ipmx", "@ MX 10 192.0.2.1.");
        Zone("privmx", "@ MX 10 mx\nmx A 10.0.0.5");
        Zone("loopmx", "@ MX 10 mx\nmx A 127.0.0.1");
        Zone("none", "www A 192.0.2.80");
        Zone("implicit", "@ A 192.0.2.81");
        Zone("secure", "@ MX 10 mx\nmx A 192.0.2.31");
        Zone("bogus", "@ MX 10 mx\nmx A 192.0.2.32");
        dns.Serve(A, "mig.test", $"@ SOA 1\n@ NS ns\n@ NS ns2\n@ MX 10 old-mx\nns A {A}\nns2 A {B}\nold-mx A 192.0.2.51\nnew-mx A 192.0.2.52");
        dns.Serve(B, "mig.test", $"@ SOA 7\n@ NS ns\n@ NS ns2\n@ MX 10 new-mx\nns A {A}\nns2 A {B}\nold-mx A 192.0.2.51\nnew-mx A 192.0.2.52");
        dns.Serve(A, "halfdead.test", $"@ SOA 1\n@ NS ns\n@ NS ns2\n@ MX 10 mx\nns A {A}\nns2 A {Dead}\nmx A 192.0.2.61");
        dns.Fail(A, "servfail.test");
        dns.Secure.Add("secure.test");
        dns.Bogus.Add("bogus.test");
        return dns;

        void Zone(string name, string records) => dns.Serve(A, name + ".test", $"@ SOA 1\n@ NS ns\nns A {A}\n{records}");
    }

    /// <summary>A zone of its own under <c>test.</c>, served by A.</summary>
    public static ZoneDns With(string zone, string records)
    {
        var dns = new ZoneDns();
        dns.Serve(Root, ".", $"@ NS ns.top.\nns.top. A {Root}\ntest. NS ns.test.\nns.test. A {Top}");
        dns.Serve(Top, "test", $"@ SOA 1\n@ NS ns\nns A {Top}\n" + Delegated(zone, A));
        return dns.Serve(A, zone + ".test", $"@ SOA 1\n@ NS ns\nns A {A}\n{records}");
    }

    public static SurveyOptions Options(ZoneDns dns) => new() { Roots = dns.Roots };

    public static Task<DomainSurvey> Survey(ZoneDns dns, string domain) => new DomainSurveyor(dns, Options(dns)).Survey(domain, CancellationToken.None);

    /// <summary>The kinds of what was found, in order.</summary>
    public static string Kinds(DomainSurvey survey) => string.Join(' ', survey.Findings.Select(static f => f.Kind));

    /// <summary>An answer without authority that refers to a zone's servers, whatever was asked.</summary>
    public static DnsResponse Referral(DnsQuery query, string zone, string server, string? glue) => new(query, DnsOutcome.Referral)
    {
        Rcode = 0,
        Authority = [new DnsRecord(zone, DnsType.Ns, 60, new DnsData.Target(server))],
        Additional = glue is null ? [] : [new DnsRecord(server, DnsType.A, 60, new DnsData.Address(IPAddress.Parse(glue)))],
    };

    private static string Delegated(string zone, string address) => string.Create(CultureInfo.InvariantCulture, $"{zone} NS ns.{zone}\nns.{zone} A {address}\n");
}
