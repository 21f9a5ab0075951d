using CsCheck;
using Gatepost.Evidence.Dns;
using Gatepost.Lab.Dns;

namespace Gatepost.Tests.Lab;

public class ZoneTests
{
    private static readonly string[] Pieces =
    [
        "@", "www", "mx.example.net.", ".", "..", "*", "A", "AAAA", "MX", "TXT", "SOA", "NS", "CNAME", "DS", "TLSA", "OPT", "10", "70000", "-1", "4294967296",
        "192.0.2.1", "2001:db8::1", "\"", "\"v=spf1 -all\"", ";", " ", "  ", "\t", "\n", "\r\n", "\\", "ABCD", "abc", "é", "\0", "3600", "15",
    ];

    private static readonly Gen<string> Jumble =
        Gen.Int[0, Pieces.Length - 1].Array[0, 20].Select(static picks => string.Join(' ', picks.Select(static i => Pieces[i])));

    private static readonly Gen<string> Label = Gen.Char["abcxyz019-_"].Array[1, 8].Select(static c => new string(c));
    private static readonly Gen<string> Name = Label.Array[1, 3].Select(static l => string.Join('.', l));

    private static readonly Gen<DnsRecord> Record =
        from owner in Name
        from ttl in Gen.UInt[0, 100_000]
        from number in Gen.Int[0, 65_535]
        from target in Name
        from text in Gen.Char[" abc=:;.~"].Array[0, 300].Select(static c => new string(c))
        from pick in Gen.Int[0, 4]
        select pick switch
        {
            0 => new DnsRecord(owner + ".test", DnsType.A, ttl, new DnsData.Address(new System.Net.IPAddress([192, 0, 2, (byte)number]))),
            1 => new DnsRecord(owner + ".test", DnsType.Mx, ttl, new DnsData.Mx(number, target)),
            2 => new DnsRecord(owner + ".test", DnsType.Cname, ttl, new DnsData.Target(target)),
            3 => new DnsRecord(owner + ".test", DnsType.Txt, ttl, new DnsData.Txt(text)),
            _ => new DnsRecord(owner + ".test", DnsType.Ns, ttl, new DnsData.Target(target)),
        };

    [Fact]
    public void A_zone_written_out_reads_as_itself() =>
        Record.Array[0, 8].Sample(records =>
        {
            var zone = Zone.Of("test", string.Join('\n', records.Select(static r => r.ToString())));
            Assert.Equal(records, zone.Records.Where(static r => r.Type != DnsType.Soa));
            Assert.Equal(zone.Records, Zone.Of("test", string.Join('\n', zone.Records)).Records);
        }, iter: 500);

    [Fact]
    public void Reading_never_throws_and_a_zone_always_has_its_start_of_authority() =>
        Gen.OneOf(Jumble, Gen.String).Sample(static text =>
        {
            if (Zone.TryParse("test", text, out var zone, out var problem)) Assert.Equal("test", zone.Soa.Name);
            else Assert.StartsWith("line ", problem, StringComparison.Ordinal);
        }, iter: 5_000);

    [Fact]
    public void Names_are_relative_to_the_origin_unless_they_end_with_a_dot()
    {
        var zone = Zone.Of("Tulip.Example", """
            ; the mail of tulip.example
            @    300 MX 10 mx          ; ours
            @        MX 20 mx.friend.example.
            mx       A  192.0.2.1
            @        MX 0 .
            """);
        Assert.Equal(
            ["tulip.example. 300 MX 10 mx.tulip.example.", "tulip.example. 3600 MX 20 mx.friend.example.", "mx.tulip.example. 3600 A 192.0.2.1", "tulip.example. 3600 MX 0 ."],
            zone.Records.Skip(1).Select(static r => r.ToString()));
    }

    [Fact]
    public void A_zone_without_a_start_of_authority_gets_one() =>
        Assert.Equal("test. 3600 SOA ns1.test. hostmaster.test. 1 7200 3600 1209600 300", Zone.Of("test", "").Soa.ToString());

    [Theory]
    [InlineData("@ MX ten mx", "line 1: this is no record: @ MX ten mx")]
    [InlineData("\nwww A 2001:db8::1", "line 2: this is no record: www A 2001:db8::1")]
    [InlineData("@ TXT \"open", "line 1: a quotation mark is not closed")]
    [InlineData("www.example. A 192.0.2.1", "line 1: www.example is not in test")]
    [InlineData("@ 15 192.0.2.1", "line 1: this is no record: @ 15 192.0.2.1")]
    public void What_is_no_record_is_named_with_its_line(string text, string expected)
    {
        Assert.False(Zone.TryParse("test", text, out _, out var problem));
        Assert.Equal(expected, problem);
    }
}
