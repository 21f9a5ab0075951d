using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

public class DnsFuzzCorpusTests
{
    private const string Folder = "corpus/fuzz/dns";

    [Fact]
    public void The_corpus_holds_the_hostile_messages()
    {
        foreach (var (name, octets, _) in HostileMessages.All())
        {
            var path = Repository.File($"{Folder}/{name}.bin");
            if (Golden.Accepts)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, octets);
            }

            Assert.True(File.Exists(path), $"{path} is not there; GATEPOST_ACCEPT=1 writes it");
            Assert.Equal(octets, File.ReadAllBytes(path));
        }
    }

    [Fact]
    public void Each_hostile_message_is_read_or_its_problem_named()
    {
        foreach (var (name, octets, problem) in HostileMessages.All())
        {
            var read = DnsWire.Decode(HostileMessages.Query, octets);
            if (problem is null) Assert.True(read.Outcome != DnsOutcome.Malformed, $"{name}: {read.Problem}");
            else Assert.Equal((name, DnsOutcome.Malformed, problem), (name, read.Outcome, read.Problem));
        }
    }

    // Also files that a fuzzer found, and every beginning of each.
    [Fact]
    public void Every_file_is_read_without_an_exception_cut_at_every_octet()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.File(Folder), "*.bin"))
        {
            var octets = File.ReadAllBytes(path);
            for (var length = 0; length <= octets.Length; length++)
            {
                _ = DnsWire.Decode(HostileMessages.Query, octets.AsSpan(0, length));
                _ = DnsWire.TryDecodeQuery(octets.AsSpan(0, length), out _, out _);
                _ = DnsWire.IsReply(octets.AsSpan(0, length), octets);
            }
        }
    }

    [Fact]
    public void A_good_message_cut_anywhere_is_broken_and_says_so()
    {
        var whole = DnsWire.EncodeResponse(new DnsRequest(7, HostileMessages.Query) { PayloadSize = 1232 }, new DnsResponse(HostileMessages.Query, DnsOutcome.Answer)
        {
            Answers = [new("example.net", DnsType.Mx, 1, new DnsData.Mx(10, "mx.example.net"))],
            Authority = [new("example.net", DnsType.Soa, 1, new DnsData.Soa("ns.example.net", ".", 1, 2, 3, 4, 5))],
            Additional = [new("mx.example.net", DnsType.Txt, 1, new DnsData.Txt("text"))],
            Errors = [new(6, "bogus")],
        });
        for (var length = 0; length < whole.Length; length++)
        {
            var read = DnsWire.Decode(HostileMessages.Query, whole.AsSpan(0, length));
            Assert.Equal(DnsOutcome.Malformed, read.Outcome);
            Assert.Contains("at octet", read.Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_largest_message_that_unfolds_is_read_in_little_memory()
    {
        // 2000 records whose names are pointers to one of 255 octets with every octet escaped.
        byte[] name = [.. Enumerable.Range(0, 3).SelectMany(static _ => (byte[])[63, .. Enumerable.Repeat((byte)0xff, 63)]), 48, .. Enumerable.Repeat((byte)0xff, 48), 0xc0, 12];
        byte[] record = [0xc0, 29, 0, 2, 0, 1, 0, 0, 0, 0, 0, 2, 0xc0, 29];
        byte[] message =
        [
            0, 7, 0x80, 0, 0, 1, 2000 >> 8, 2000 & 255, 0, 0, 0, 0, .. "\u0007example\u0003net\0\0\u000f\0\u0001"u8,
            .. name, 0, 2, 0, 1, 0, 0, 0, 0, 0, 2, 0xc0, 29, .. Enumerable.Repeat(record, 1999).SelectMany(static r => r),
        ];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotEqual(DnsOutcome.Malformed, DnsWire.Decode(HostileMessages.Query, message).Outcome);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 12_000_000);
    }
}
