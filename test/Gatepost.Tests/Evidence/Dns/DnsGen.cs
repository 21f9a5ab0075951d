using System.Net;
using CsCheck;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

/// <summary>Makes names, records and responses of every kind.</summary>
internal static class DnsGen
{
    private static readonly DnsType[] OctetTypes = [DnsType.Ds, DnsType.Rrsig, DnsType.Dnskey, DnsType.Tlsa, (DnsType)65280];

    private static readonly Gen<string> Label = Gen.OneOf(
        Gen.Const("mx"), Gen.Const("example"), Gen.Const("net"), Gen.Const("_25"), Gen.Const("xn--mnchen-3ya"), Gen.Const("a\\046b\\000\\255"), Gen.Const(new string('x', 63)),
        Gen.Char["abc0-_"].Array[1, 8].Select(static c => new string(c)));

    // At most three labels of 63 octets and short ones stay under 255.
    public static readonly Gen<string> Name = Gen.OneOf(Gen.Const("."), Label.Array[1, 3].Select(static l => string.Join('.', l)));

    public static readonly Gen<DnsData.Soa> Soa =
        Gen.Select(Name, Name, Gen.UInt, Gen.UInt, Gen.UInt).Select(static (p, m, s, r, x) => new DnsData.Soa(p, m, s, r, r, x, x));

    public static readonly Gen<(DnsType Type, DnsData Data)> Data = Gen.OneOf<(DnsType, DnsData)>(
        Gen.Byte.Array[4].Select(static a => (DnsType.A, (DnsData)new DnsData.Address(new IPAddress(a)))),
        Gen.Byte.Array[16].Select(static a => (DnsType.Aaaa, (DnsData)new DnsData.Address(new IPAddress(a)))),
        Gen.Select(Gen.OneOf(DnsType.Ns, DnsType.Cname, DnsType.Ptr), Name).Select(static (t, n) => (t, (DnsData)new DnsData.Target(n))),
        Gen.Select(Gen.UShort, Name).Select(static (p, n) => (DnsType.Mx, (DnsData)new DnsData.Mx(p, n))),
        Gen.Char['\0', '\xff'].Array[0, 600].Select(static c => (DnsType.Txt, (DnsData)new DnsData.Txt(new string(c)))),
        Soa.Select(static s => (DnsType.Soa, (DnsData)s)),
        Gen.Select(Gen.OneOf(OctetTypes), Gen.Byte.Array[0, 40]).Select(static (t, o) => (t, (DnsData)new DnsData.Octets(o))));

    public static readonly Gen<DnsRecord> Record =
        Gen.Select(Name, Data, Gen.UInt[0, int.MaxValue]).Select(static (n, d, ttl) => new DnsRecord(n, d.Type, ttl, d.Data));

    public static readonly Gen<DnsQuery> Query =
        Gen.Select(Name, Gen.OneOf(DnsType.A, DnsType.Mx, DnsType.Txt, DnsType.Soa), Gen.Bool, Gen.Bool, Gen.Bool).Select(static (n, t, rd, cd, d) =>
            new DnsQuery(n, t) { RecursionDesired = rd, CheckingDisabled = cd, DnssecOk = d });

    // Its answers are about the name that was asked for: others are left out when it is read.
    public static readonly Gen<DnsResponse> Response =
        Gen.Select(Query, Gen.Int[0, 4095], Gen.Bool.Array[4], Record.Array[0, 6], Record.Array[0, 4], Record.Array[0, 4],
            Gen.Select(Gen.Int[0, 65535], Gen.OneOf("", "signature expired", "\u00e4\u2028")).Select(static (c, t) => new ExtendedDnsError(c, t)).Array[0, 2])
        .Select(static (query, rcode, flags, answers, authority, additional, errors) => new DnsResponse(query, DnsOutcome.Malformed)
        {
            Rcode = rcode,
            Authoritative = flags[0],
            AuthenticData = flags[1],
            RecursionAvailable = flags[2],
            Truncated = flags[3],
            Answers = [.. answers.Select(a => a with { Name = query.Name })],
            Authority = authority,
            Additional = additional,
            Errors = errors,
        });
}
