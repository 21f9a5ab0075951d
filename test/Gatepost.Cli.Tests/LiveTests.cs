using System.Text.Json;
using Gatepost.Lab;

namespace Gatepost.Cli.Tests;

/// <summary>Probing and live explaining by the program itself, against servers on loopback.</summary>
public sealed class LiveTests : IDisposable
{
    private readonly Inputs _inputs = new();

    public void Dispose() => _inputs.Dispose();

    [Theory]
    [InlineData("250 2.1.5 Ok", 0, "accepts")]
    [InlineData("554 5.7.1 Relay access denied", 1, "refuses")]
    [InlineData("450 4.2.0 Greylisted", 3, "defers")]
    public void A_server_that_is_named_is_asked(string reply, int exit, string verdict)
    {
        using var sink = new LabSink(reply);
        var result = Cli.Run("probe", "--json", "--helo", "me.example.com", "--server", sink.EndPoint.ToString(), "pat@example.net");
        Assert.Equal((exit, ""), (result.Exit, result.Error));
        using var json = JsonDocument.Parse(result.Out);
        Assert.Equal(verdict, json.RootElement.GetProperty("verdict").GetString());
    }

    [Fact]
    public void The_wire_is_shown_as_swaks_shows_it()
    {
        using var sink = new LabSink("554 5.7.1 Relay access denied");
        var result = Cli.Run("probe", "-v", "--helo", "me.example.com", "--server", sink.EndPoint.ToString(), "pat@example.net");
        foreach (var line in (string[])["<-  220 sink.example ESMTP", " -> EHLO me.example.com", "<** 554 5.7.1 Relay access denied", " -> QUIT"]) Assert.Contains($"\n{line}\n", result.Out);
        Assert.DoesNotContain("DATA", result.Out);
    }

    [Fact]
    public void A_list_is_answered_whole_and_once()
    {
        using var sink = new LabSink();
        var targets = string.Concat(Enumerable.Range(0, 300).Select(static i => $"user{i}@example.net\n"));
        var result = Cli.RunWith(targets, "probe", "--bulk", "-", "--helo", "me.example.com", "--server", sink.EndPoint.ToString(), "--i-operate-this-server", "--parallel", "50");
        Assert.Equal((0, ""), (result.Exit, result.Error));
        var asked = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => JsonDocument.Parse(l).RootElement.GetProperty("target").GetString()).ToList();
        Assert.Equal(300, asked.Count);
        Assert.Equal(300, asked.Distinct().Count());
        Assert.Equal(300, sink.Dialogs);
    }

    [Fact]
    public void A_relay_test_needs_its_owners_word()
    {
        using var sink = new LabSink("554 5.7.1 Relay access denied");
        var result = Cli.Run("probe", "--relay-test", "--helo", "me.example.com", "--resolver", "127.0.0.1:1", "--timeout", "5", "--server", sink.EndPoint.ToString(), "example.net");
        Assert.Equal(2, result.Exit);
        Assert.Contains("--i-operate-this-server", result.Error);
        Assert.Equal(0, sink.Dialogs);
    }

    [Fact]
    public void An_accept_all_sink_is_not_called_an_open_relay()
    {
        using var sink = new LabSink();
        var result = Cli.Run("probe", "--relay-test", "--i-operate-this-server", "--helo", "me.example.com", "--resolver", "127.0.0.1:1", "--server", sink.EndPoint.ToString(), "example.net");
        Assert.Equal(3, result.Exit);
        Assert.DoesNotContain("is an open relay", result.Out);
    }

    [Fact]
    public void What_was_asked_can_be_replayed()
    {
        var world = Path.Combine(Path.GetDirectoryName(_inputs.Add("x", ""))!, "case.json");
        const string Reply = "550 5.7.1 <pat@gatepost.invalid>: Relay access denied";
        var live = Cli.Run("explain", "--live", "--json", "--helo", "me.example.com", "--resolver", "127.0.0.1:1", "--timeout", "3", "--record", world, Reply);
        Assert.Equal((0, ""), (live.Exit, live.Error));
        Assert.Contains("\"schema\": \"gatepost.world/1\"", File.ReadAllText(world));
        var replayed = Cli.Run("explain", "--world", world, "--json", Reply);
        Assert.Equal((0, live.Out), (replayed.Exit, replayed.Out));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"schema\":\"gatepost.world/9\"}")]
    public void A_file_that_is_no_world_is_told_with_its_place(string text)
    {
        var path = _inputs.Add("w.json", text);
        var result = Cli.Run("explain", "--world", path, "550 5.7.1 Relay access denied");
        Assert.Equal(2, result.Exit);
        Assert.Contains("w.json: ", result.Error);
        Assert.Contains("line 1", result.Error);
    }
}
