using System.Buffers;
using System.Text;
using System.Text.Json;
using Gatepost.Evidence.Relaying;
using Gatepost.Reports;
using Gatepost.Tests.Evidence.Relaying;

namespace Gatepost.Tests.Reports;

public sealed class RelayReportTests
{
    private static readonly JsonSchema Schema = JsonSchema.Load(Path.Combine(Golden.Root(), "docs", "schema", "relay-test-1.json"));
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-11-25T18:00:00Z");

    private static async Task<RelayTest> Hold(PolicyDialer dialer) =>
        (await Servers.Test(dialer)) with { StartedAt = Start, Elapsed = TimeSpan.FromMilliseconds(14) };

    private static string Text(RelayTest test, ReportStyle style)
    {
        var output = new StringBuilder();
        RelayReport.Write(test, style, output);
        return output.ToString();
    }

    private static string Json(RelayTest test)
    {
        var output = new ArrayBufferWriter<byte>();
        RelayJsonReport.Write(test, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    [Fact]
    public async Task An_open_relay() => Golden.Assert("relay-open.golden", Text(await Hold(Servers.Open), ReportStyle.Default));

    [Fact]
    public async Task A_closed_server_with_everything_told() =>
        Golden.Assert("relay-closed-verbose.golden", Text(await Hold(Servers.Closed), ReportStyle.Default with { Verbose = true }));

    [Fact]
    public async Task A_sink() => Golden.Assert("relay-sink.golden", Text(await Hold(new((_, _) => "250 2.0.0 Ok")), ReportStyle.Default));

    [Fact]
    public async Task Json_of_an_open_relay() => Golden.Assert("relay-open.json.golden", Json(await Hold(Servers.Open)));

    [Fact]
    public async Task Json_is_valid()
    {
        PolicyDialer[] servers =
        [
            Servers.Open, Servers.Closed, new((_, _) => "250 Ok"), new((_, _) => "450 later"), new((_, _) => "421 bye"),
            new((_, _) => "556 null MX"), new((_, _) => "250 Ok") { Mail = static _ => "550 5.1.8 no" }, new((_, _) => "550 \u001b[31m\u202e red") { Ehlo = "" },
        ];
        foreach (var server in servers) Assert.Empty(Schema.Validate(JsonDocument.Parse(Json(await Hold(server))).RootElement));
    }

    [Fact]
    public async Task Every_member_of_every_enum_has_one_name()
    {
        Assert.Distinct(Enum.GetValues<RelayState>().Select(RelayWords.Of));
        Assert.Distinct(Enum.GetValues<RelayOutcome>().Select(RelayWords.Of));
        Assert.Distinct(Enum.GetValues<RelayControlKind>().Select(RelayWords.Of));
        var test = await Hold(Servers.Open);
        foreach (var kind in Enum.GetValues<RelayControlKind>())
            Assert.Empty(Schema.Validate(JsonDocument.Parse(Json(test with { Controls = [new(new RelayControl(kind, "", "", ""), null, default)] })).RootElement));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public async Task No_line_is_wider_than_the_terminal_and_nothing_hostile_is_shown(int columns)
    {
        var test = await Hold(new((_, _) => "550 5.7.1 \u001b[31m\u202e red"));
        var text = Text(test, new ReportStyle { Columns = columns, Verbose = true });
        Assert.All(text.Split('\n'), line => Assert.True(DisplayWidth.Of(line) <= columns, line));
        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain('\u202e', text);
    }

    [Fact]
    public async Task Without_consent_the_report_says_how_to_give_it()
    {
        var consent = await RelayConsent.Ask(new TextDns([]), "mx.example.net", null, CancellationToken.None);
        Assert.Contains("--i-operate-this-server", Text(new RelayTest(Servers.Target, consent), ReportStyle.Default));
        Assert.Empty(Schema.Validate(JsonDocument.Parse(Json(new RelayTest(Servers.Target, consent))).RootElement));
    }
}
