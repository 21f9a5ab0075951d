using System.Text.Json;

namespace Gatepost.Cli.Tests;

public sealed class ProbeTests : IDisposable
{
    private readonly Inputs _inputs = new();

    public void Dispose() => _inputs.Dispose();

    private static string[] Targets(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => JsonDocument.Parse(l).RootElement.GetProperty("target").GetString()!)];

    [Theory]
    [InlineData("there is no option '--jsn'. Did you mean --json?", "--jsn", "example.net")]
    [InlineData("'pat@@example.net' is no target", "pat@@example.net")]
    [InlineData("(character 18)", "mail.example.net:99999")]
    [InlineData("--server does not take 'mail.example.net:x'", "--server", "mail.example.net:x", "example.net")]
    [InlineData("--to does not take 'nobody'", "--to", "nobody", "mail.example.net:25")]
    [InlineData("--tls does not take 'requird'. Did you mean required?", "--tls", "requird", "example.net")]
    [InlineData("--timeout does not take 'soon'", "--timeout", "soon", "example.net")]
    [InlineData("--resolver does not take 'ns.example'", "--resolver", "ns.example", "example.net")]
    [InlineData("--source does not take '192.0.2.1:25'", "--source", "192.0.2.1:25", "example.net")]
    [InlineData("--helo does not take 'laptop': a full host name is expected", "--helo", "laptop", "example.net")]
    [InlineData("--helo example.net is the target's own name", "--helo", "example.net", "pat@example.net")]
    [InlineData("--i-operate-this-server", "--xclient", "ADDR=192.0.2.1", "192.0.2.2:25")]
    [InlineData("--i-operate-this-server", "--proxy", "v2", "--proxy-source", "192.0.2.1", "192.0.2.2:25")]
    [InlineData("--proxy and --proxy-source go together", "--proxy", "v2", "192.0.2.2:25")]
    [InlineData("--login is for a server that you name", "--login", "me", "example.net")]
    [InlineData("--login needs a password", "--login", "me", "192.0.2.1:587")]
    [InlineData("nofile cannot be read: no such file", "--login", "me", "--secrets", "nofile", "192.0.2.1:587")]
    [InlineData("need --login USER", "--mechanism", "PLAIN", "192.0.2.1:587")]
    [InlineData("--bulk reads the targets from its list", "--bulk", "-", "example.net")]
    [InlineData("are for lists", "--ordered", "example.net")]
    [InlineData("--parallel does not take '0'", "--bulk", "-", "--parallel", "0")]
    [InlineData("--dry-run prints text", "--dry-run", "--json", "example.net")]
    public void A_wrong_call_says_what_is_wrong(string message, params string[] args)
    {
        var result = Cli.Run(["probe", .. args]);
        Assert.Equal(2, result.Exit);
        Assert.Contains(message, result.Error);
        Assert.Contains("Try: gatepost probe --help", result.Error);
        Assert.Empty(result.Out);
    }

    [Fact]
    public void Without_a_target_it_shows_how()
    {
        var result = Cli.Run("probe");
        Assert.Equal(2, result.Exit);
        Assert.StartsWith("Usage: gatepost probe [TARGET]... [options]\n\nExamples:", result.Error);
    }

    [Fact]
    public void A_dry_run_prints_the_dialog()
    {
        var result = Cli.Run("probe", "--dry-run", "--helo", "me.example.com", "pat@example.net");
        Assert.Equal((0, ""), (result.Exit, result.Error));
        Assert.Contains("would look up the MX records of example.net", result.Out);
        Assert.Contains("\n   -> EHLO me.example.com\n", result.Out);
        Assert.Contains("\n   ~> MAIL FROM:<>\n   ~> RCPT TO:<pat@example.net>\n   ~> RCPT TO:<postmaster@example.net>\n", result.Out);
        Assert.Contains("\n   ~> RSET\n   ~> QUIT\n", result.Out);
        Assert.DoesNotContain("DATA", result.Out);
        Assert.EndsWith("Nothing was sent.\n", result.Out);
        Assert.All(result.Out.Split('\n'), static l => Assert.True(l.Length <= 80, l));
    }

    [Fact]
    public void A_dry_run_at_a_server_shows_what_only_its_operator_may_send_and_never_a_password()
    {
        var result = Cli.RunWith([], ["probe", "--dry-run", "--server", "[2001:db8::1]:465", "--login", "me", "--xclient", "ADDR=192.0.2.1", "--proxy", "v1", "--proxy-source", "192.0.2.1:4711", "--i-operate-this-server", "--from", "a@example.com", "pat@example.net"],
            static start => start.Environment["GATEPOST_PASSWORD"] = "hunter2");
        Assert.Equal(0, result.Exit);
        foreach (var part in new[] { "PROXY protocol version 1: PROXY TCP6 ::ffff:192.0.2.1", "XCLIENT ADDR=192.0.2.1", "AUTH ", "MAIL FROM:<a@example.com>" }) Assert.Contains(part, result.Out);
        Assert.DoesNotContain("hunter2", result.Out);
    }

    [Fact]
    public void A_password_that_others_can_read_is_refused()
    {
        if (OperatingSystem.IsWindows()) return;
        var path = _inputs.Add("pw", "hunter2\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        var result = Cli.Run("probe", "--login", "me", "--secrets", path, "192.0.2.1:587");
        Assert.Equal(2, result.Exit);
        Assert.Contains("chmod 600", result.Error);
    }

    [Fact]
    public void Lines_of_a_list_that_are_no_targets_are_told_and_the_others_answered()
    {
        var result = Cli.RunWith("# a list\npat@@x\n127.0.0.1:1\nhttp://example.net/\n127.0.0.1:2\n", "probe", "--bulk", "-", "--ordered", "--timeout", "2");
        Assert.Equal(["127.0.0.1:1", "127.0.0.1:2"], Targets(result.Out));
        Assert.Contains("standard input:2:", result.Error);
        Assert.Contains("'pat@@x' is no target", result.Error);
        Assert.Contains("standard input:4:6:", result.Error);
        Assert.InRange(result.Exit, 2, 3);
    }

    [Fact]
    public void An_earlier_output_is_resumed_even_when_it_was_cut_off()
    {
        var list = _inputs.Add("targets.txt", string.Concat(Enumerable.Range(1, 6).Select(static i => $"127.0.0.1:{i}\n")));
        var whole = Cli.Run("probe", "--bulk", list, "--ordered", "--i-operate-this-server", "--timeout", "2");
        Assert.Equal(6, Targets(whole.Out).Length);
        var lines = whole.Out.Split('\n');
        var cut = _inputs.Add("answers.jsonl", $"{lines[0]}\n{lines[1]}\n{lines[2][..50]}");
        var rest = Cli.Run("probe", "--bulk", list, "--resume", cut, "--i-operate-this-server", "--timeout", "2");
        Assert.StartsWith("\n", rest.Out);
        Assert.Equal(Targets(whole.Out)[2..], Targets(rest.Out).Order(StringComparer.Ordinal));
        Assert.Contains("1 line holds no answer", rest.Error);
    }

    [Fact]
    public void A_list_that_is_not_there()
    {
        var result = Cli.Run("probe", "--bulk", Path.Combine(_inputs.Folder, "none"));
        Assert.Equal(3, result.Exit);
        Assert.Contains("none cannot be read: no such file.", result.Error);
    }

    [Fact]
    public void An_interrupt_ends_a_list_with_130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are another matter there");
        using var process = System.Diagnostics.Process.Start(Cli.Start("probe", "--bulk", "-", "--i-operate-this-server", "--timeout", "2"))!;
        process.StandardInput.Write("127.0.0.1:1\n");
        process.StandardInput.Flush();
        Assert.Contains("127.0.0.1:1", process.StandardOutput.ReadLine());
        using var kill = System.Diagnostics.Process.Start("kill", ["-INT", process.Id.ToString()]);
        Assert.True(process.WaitForExit(20_000));
        Assert.Equal(130, process.ExitCode);
    }
}
