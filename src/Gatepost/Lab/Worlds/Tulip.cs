using Gatepost.Lab.Dns;
using Gatepost.Lab.Smtp;
using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>The recipient's side of most worlds: Pat at tulip.example.</summary>
internal static class Tulip
{
    public const string Domain = "tulip.example";
    public const string Pat = "pat@tulip.example";
    public const string Mx = "mx.tulip.example";
    public const string MxAddress = "198.51.100.25";

    /// <summary>A domain whose mail works.</summary>
    public static IReadOnlyList<NameServer> WorkingDns { get; } = Dns($"""
        @   MX  10 mx
        mx  A   {MxAddress}
        @   TXT "v=spf1 mx -all"
        """);

    /// <summary>The server of <see cref="WorkingDns"/>, which takes the domain's mail.</summary>
    public static MailServer WorkingMx { get; } = new(Mx, MxAddress, Postfix.Instance) { Domains = [Domain] };

    /// <summary>Two name servers that agree.</summary>
    public static IReadOnlyList<NameServer> Dns(string records)
    {
        var zone = ZoneOf(records);
        return [new("ns1.tulip.example", "198.51.100.1", zone), new("ns2.tulip.example", "198.51.100.2", zone)];
    }

    /// <summary>The zone with the records that every version of it has.</summary>
    public static Zone ZoneOf(string records, uint serial = 2026110101) => Zone.Of(Domain, $"""
        @    SOA ns1 hostmaster {serial}
        @    NS  ns1
        @    NS  ns2
        ns1  A   198.51.100.1
        ns2  A   198.51.100.2
        {records}
        """);
}
