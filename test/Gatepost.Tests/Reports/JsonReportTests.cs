using System.Buffers;
using System.Text;
using System.Text.Json;
using Gatepost.Diagnoses;
using Gatepost.Evidence;
using Gatepost.Refusals;
using Gatepost.Reports;
using Gatepost.Smtp;

namespace Gatepost.Tests.Reports;

public sealed class JsonReportTests
{
    private static readonly JsonSchema Schema = JsonSchema.Load(Path.Combine(Golden.Root(), "docs", "schema", "explain-1.json"));

    private static string Write(params Diagnosis[] diagnoses)
    {
        using var report = new JsonReport();
        var output = new ArrayBufferWriter<byte>();
        foreach (var diagnosis in diagnoses) report.Write(diagnosis, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static void AssertValid(Diagnosis diagnosis) => Assert.Empty(Schema.Validate(JsonDocument.Parse(Write(diagnosis)).RootElement));

    [Fact]
    public void One_object_a_line() => Golden.Assert("explain.jsonl.golden", Write(Samples.DomainNotConfigured, Samples.NoLogin, Samples.Bare));

    [Fact]
    public void Samples_are_valid()
    {
        foreach (var diagnosis in Samples.All) AssertValid(diagnosis);
    }

    [Fact]
    public void Every_member_of_every_enum_is_in_the_schema()
    {
        foreach (var value in Enum.GetValues<InputFormat>()) AssertValid(Samples.Bare with { Refusal = Samples.Relay with { Format = value } });
        foreach (var value in Enum.GetValues<RefusalKind>()) AssertValid(Samples.Bare with { Refusal = Samples.Relay with { Kind = value } });
        foreach (var value in Enum.GetValues<SmtpPhase>()) AssertValid(Samples.Bare with { Refusal = Samples.Relay with { Phase = value } });
        foreach (var value in Enum.GetValues<AuthState>()) AssertValid(Samples.Bare with { Refusal = Samples.Relay with { Auth = value } });
        foreach (var value in Enum.GetValues<Reason>()) AssertValid(Samples.Bare with { Reason = value });
        foreach (var value in Enum.GetValues<Owner>()) AssertValid(Samples.Bare with { Owner = value });
        foreach (var value in Enum.GetValues<Side>()) AssertValid(Samples.Bare with { Side = value });
        foreach (var value in Enum.GetValues<Confidence>()) AssertValid(Samples.Bare with { Confidence = value });
        foreach (var value in Enum.GetValues<FixRisk>()) AssertValid(Samples.Bare with { Fixes = [new Fix(Owner.Nobody, [], value)] });
    }

    [Fact]
    public void Every_name_of_a_closed_enum_stands_once()
    {
        static void Once<T>(Func<T, string> name) where T : struct, Enum =>
            Assert.Distinct(Enum.GetValues<T>().Select(name));
        Once<InputFormat>(Names.Of);
        Once<Reason>(Names.Of);
        Once<Owner>(Names.Of);
        Once<SmtpPhase>(Names.Of);
        Assert.All(Enum.GetValues<InputFormat>().Where(static f => f != InputFormat.Unknown), static f => Assert.Equal(f, Names.Format(Names.Of(f))));
        Assert.Null(Names.Format("unknown"));
    }

    [Theory]
    [InlineData("2026-11-23T16:54:07+01:00", "2026-11-23T15:54:07Z")]
    [InlineData("2026-11-23T15:54:10.1230000+00:00", "2026-11-23T15:54:10.123Z")]
    public void Times_are_utc(string time, string expected)
    {
        var observed = new Fact("dns.mx", "", "", "", "") { ObservedAt = DateTimeOffset.Parse(time) };
        Assert.Contains($"\"observedAt\":\"{expected}\"", Write(Samples.Bare with { Evidence = [observed] }));
    }

    [Fact]
    public void The_validator_finds_what_is_wrong()
    {
        var good = Write(Samples.NoLogin);
        foreach (var (from, to) in new[]
        {
            ("\"owner\":\"sender\"", "\"owner\":\"me\""), ("\"relay\":true", "\"relay\":1"), ("\"id\":\"GP101\"", "\"id\":\"101\""),
            ("\"phase\":\"rcpt\",", ""), ("\"relay\":true", "\"relay\":true,\"more\":1"),
        })
        {
            Assert.Contains(from, good);
            Assert.NotEmpty(Schema.Validate(JsonDocument.Parse(good.Replace(from, to)).RootElement));
        }
    }
}
