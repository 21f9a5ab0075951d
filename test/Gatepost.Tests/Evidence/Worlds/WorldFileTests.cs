using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Evidence.Worlds;
using Gatepost.Tests.Reports;

namespace Gatepost.Tests.Evidence.Worlds;

public class WorldFileTests
{
    private static readonly JsonSchema Schema = JsonSchema.Load(Path.Combine(Golden.Root(), "docs", "schema", "world-1.json"));

    private static byte[] Write(World world)
    {
        var output = new ArrayBufferWriter<byte>();
        WorldWriter.Write(world, output);
        return output.WrittenSpan.ToArray();
    }

    private static World Read(byte[] file)
    {
        var reading = WorldReader.Read(file);
        Assert.True(reading.IsGood, reading.Problem?.ToString());
        return reading.World;
    }

    [Fact]
    public void A_world_reads_as_it_was_written() => WorldGen.World.Sample(
        world =>
        {
            var read = Read(Write(world));
            Assert.Equal(world with { Responses = [], Dialogs = [] }, read with { Responses = [], Dialogs = [] });
            Assert.Equal(world.Responses.Count, read.Responses.Count);
            Assert.Equal(world.Dialogs.Count, read.Dialogs.Count);
            foreach (var (one, other) in world.Responses.Zip(read.Responses)) AssertSame(one, other);
            foreach (var (one, other) in world.Dialogs.Zip(read.Dialogs)) AssertSame(one, other);
        }, iter: 500);

    private static void AssertSame(DnsResponse one, DnsResponse other)
    {
        static DnsResponse Bare(DnsResponse r) => r with { Answers = [], Authority = [], Additional = [], Errors = [] };
        Assert.Equal(Bare(one), Bare(other));
        Assert.Equal(one.Answers, other.Answers);
        Assert.Equal(one.Authority, other.Authority);
        Assert.Equal(one.Additional, other.Additional);
        Assert.Equal(one.Errors, other.Errors);
    }

    private static void AssertSame(DialogResult one, DialogResult other)
    {
        static DialogResult Bare(DialogResult r) => r with
        {
            Plan = r.Plan with { Envelopes = [] },
            Recipients = [],
            Wire = [],
            OfferBeforeTls = null,
            OfferUnderTls = null,
            Tls = r.Tls is null ? null : r.Tls with { Names = [] },
        };
        Assert.Equal(Bare(one), Bare(other));
        Assert.Equal(one.Plan.Envelopes.Select(static e => e.Sender), other.Plan.Envelopes.Select(static e => e.Sender));
        Assert.Equal(one.Plan.Envelopes.SelectMany(static e => e.Recipients), other.Plan.Envelopes.SelectMany(static e => e.Recipients));
        Assert.Equal(one.Recipients, other.Recipients);
        Assert.Equal(one.Wire, other.Wire);
        Assert.Equal(one.Tls?.Names, other.Tls?.Names);
        foreach (var (a, b) in new[] { (one.OfferBeforeTls, other.OfferBeforeTls), (one.OfferUnderTls, other.OfferUnderTls) })
        {
            Assert.Equal(a?.Host, b?.Host);
            Assert.Equal(a?.Extensions, b?.Extensions);
        }
    }

    [Fact]
    public void A_file_is_valid_ascii_and_has_an_item_a_line() => WorldGen.World.Sample(
        world =>
        {
            var file = Write(world);
            Assert.DoesNotContain(file, static b => b is not (byte)'\n' and (< (byte)' ' or > (byte)'~'));
            Assert.Empty(Schema.Validate(JsonDocument.Parse(file).RootElement));
            Assert.Equal(world.Responses.Count + world.Dialogs.Count, Encoding.ASCII.GetString(file).Split('\n').Count(static l => l.StartsWith("    {", StringComparison.Ordinal)));
        }, iter: 150);

    [Fact]
    public void A_broken_file_is_a_problem_and_never_an_exception() => Gen.Select(WorldGen.World, Gen.Int[0, 1_000_000], Gen.Byte, Gen.Int[0, 3]).Sample(
        (world, at, octet, how) =>
        {
            var file = Write(world);
            at %= file.Length;
            var broken = how switch
            {
                0 => file[..at],
                1 => [.. file[..at], octet, .. file[(at + 1)..]],
                2 => [.. file[..at], octet, .. file[at..]],
                _ => [.. file[..at], .. file[Math.Min(at + octet, file.Length)..]],
            };
            var reading = WorldReader.Read(broken);
            Assert.NotEqual(reading.World is null, reading.Problem is null);
            if (reading.Problem is { } problem) Assert.InRange(problem.Line, 1, broken.Count(static b => b == '\n') + 1);
        }, iter: 1_500);

    private const string Head = "{\"schema\":\"gatepost.world/1\",\"recordedAt\":\"2026-11-25T18:00:00Z\",\"version\":\"\",\"helo\":\"\",\"target\":\"\",";

    [Theory]
    [InlineData("", "no JSON", 1)]
    [InlineData("[]", "object", 1)]
    [InlineData("{}", "schema is missing", 1)]
    [InlineData("{\"schema\":\"gatepost.world/2\"}", "no gatepost.world/1", 1)]
    [InlineData(Head + "\n\"dns\":[\n{\"name\":\"a\",\"type\":\"MX\",\"outcome\":\"answer\",\"at\":\"2026-11-25T18:00:00Z\",\n\"answers\":[\"a. 1 MX ten mx.\"]}]}", "no resource record", 4)]
    [InlineData(Head + "\n\"dns\":[{\"name\":\"a\",\"type\":\"1\",\"outcome\":\"answer\",\"at\":\"2026-11-25T18:00:00Z\"}]}", "no record type", 2)]
    [InlineData(Head + "\n\"dns\":[{\"name\":\"\\ud83d\",\"type\":\"A\"}]}", "string is expected", 2)]
    [InlineData(Head + "\n\"dns\":3}", "is a list", 2)]
    [InlineData(Head + "\n\"smtp\":[{\"host\":1}]}", "string is expected", 2)]
    [InlineData(Head + "\n\"smtp\":[\n\n7]}", "object is expected", 4)]
    public void A_problem_says_what_and_where(string file, string message, int line)
    {
        var reading = WorldReader.Read(Encoding.UTF8.GetBytes(file));
        Assert.False(reading.IsGood);
        Assert.Contains(message, reading.Problem.Message, StringComparison.Ordinal);
        Assert.Equal(line, reading.Problem.Line);
    }

    [Fact]
    public void Too_long_a_file_is_not_read() => Assert.Contains("16 MiB", WorldReader.Read(new byte[WorldReader.MostOctets + 1]).Problem!.Message, StringComparison.Ordinal);

    [Fact]
    public void Members_that_are_not_known_are_passed_over() =>
        Assert.True(WorldReader.Read(Encoding.UTF8.GetBytes(Head + "\"more\":[1,{}],\"dns\":[],\"smtp\":[]}")).IsGood);
}
