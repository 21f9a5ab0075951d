using System.Diagnostics;
using System.Text.Json;

namespace Gatepost.Cli.Tests;

public sealed class ExplainTests : IDisposable
{
    private readonly Inputs _inputs = new();

    public void Dispose() => _inputs.Dispose();

    private static JsonElement[] Objects(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)];

    [Fact]
    public void A_file_is_explained()
    {
        var path = _inputs.Add("bounce.eml", Inputs.Dsn());
        var result = Cli.Run("explain", path);
        Assert.Equal(0, result.Exit);
        Assert.StartsWith("GP", result.Out);
        Assert.Contains("\n  550 5.7.1 <pat@example.net>: Relay access denied\n", result.Out);
        Assert.DoesNotContain('\u001b', result.Out);
        Assert.Empty(result.Error);
    }

    [Fact]
    public void Standard_input_is_read_with_and_without_a_dash()
    {
        var bare = Cli.RunWith(Inputs.Dsn(), "explain");
        var dash = Cli.RunWith(Inputs.Dsn(), "explain", "-");
        Assert.Equal(0, bare.Exit);
        Assert.Equal(bare, dash);
        Assert.Contains("stdin", bare.Out);
    }

    [Theory]
    [InlineData(Inputs.Reply)]
    [InlineData("550", "5.7.1", "<pat@example.net>:", "Relay", "access", "denied")]
    [InlineData("Relay access denied for pat@example.net, said the server at example.net")]
    public void A_reply_may_stand_on_the_command_line(params string[] words)
    {
        var result = Cli.Run(["explain", "--json", .. words]);
        Assert.Equal(0, result.Exit);
        var refusal = Assert.Single(Objects(result.Out)).GetProperty("refusal");
        Assert.Contains("elay access denied", refusal.GetProperty("text").GetString());
    }

    [Fact]
    public void Client_text_has_no_code_before_the_help_line()
    {
        var path = _inputs.Add("bounce.eml", Inputs.Dsn());
        var result = Cli.Run("explain", "--for", "client", path);
        Assert.Equal(0, result.Exit);
        Assert.StartsWith("Your message to pat@example.net was not delivered.\n", result.Out);
        Assert.Contains("What to do:\n  1. ", result.Out);
        Assert.DoesNotContain("550", result.Out[..(result.Out.Length / 2)]);
    }

    [Fact]
    public void Html_is_one_whole_page()
    {
        var a = _inputs.Add("a.eml", Inputs.Dsn());
        var b = _inputs.Add("b.eml", Inputs.Dsn("<script>alert(1)</script>@example.net"));
        var result = Cli.Run("explain", "--html", a, b);
        Assert.Equal(0, result.Exit);
        Assert.StartsWith("<!DOCTYPE html>", result.Out);
        Assert.EndsWith("</html>\n", result.Out);
        Assert.Equal(2, result.Out.Split("<article>").Length - 1);
        Assert.DoesNotContain("<script", result.Out);
    }

    [Fact]
    public void Json_keeps_the_order_of_the_inputs()
    {
        var paths = Enumerable.Range(0, 60).Select(i => _inputs.Add($"{i:00}.eml", Inputs.Dsn($"user{i}@example.net"))).ToArray();
        var result = Cli.Run(["explain", "--json", .. paths]);
        Assert.Equal(0, result.Exit);
        Assert.Equal(paths.Select(static (_, i) => $"user{i}@example.net"),
            Objects(result.Out).Select(static o => o.GetProperty("refusal").GetProperty("recipient").GetString()));
    }

    [Fact]
    public void A_directory_is_read_and_more_than_three_are_grouped()
    {
        for (var i = 0; i < 5; i++) _inputs.Add($"{i}.eml", Inputs.Dsn($"user{i}@example.net"));
        var grouped = Cli.Run("explain", _inputs.Folder);
        Assert.Equal(0, grouped.Exit);
        Assert.Contains("      5  GP", grouped.Out);
        Assert.Contains("5 refusals: 5 for good, 0 for now", grouped.Out);
        var all = Cli.Run("explain", "--all", _inputs.Folder);
        Assert.Equal(5, all.Out.Split('\n').Count(static line => line.StartsWith("GP", StringComparison.Ordinal)));
    }

    [Fact]
    public void Unreadable_wins_over_not_recognised_and_the_others_are_told()
    {
        var good = _inputs.Add("good.eml", Inputs.Dsn());
        var other = _inputs.Add("other.eml", "From: a@example.org\nTo: b@example.org\nSubject: Lunch\n\nShall we meet at noon?\n");
        var missing = Path.Combine(_inputs.Folder, "missing.eml");

        var one = Cli.Run("explain", other);
        Assert.Equal(1, one.Exit);
        Assert.Contains("no refusal is recognised. This looks like", one.Error);
        Assert.Empty(one.Out);

        var mixed = Cli.Run("explain", good, other);
        Assert.Equal(1, mixed.Exit);
        Assert.StartsWith("GP", mixed.Out);

        var all = Cli.Run("explain", missing, other, good);
        Assert.Equal(3, all.Exit);
        Assert.StartsWith("GP", all.Out);
        Assert.Contains("missing.eml cannot be read: no such file", all.Error);
        Assert.Contains("other.eml: no refusal is recognised", all.Error);
    }

    [Fact]
    public void A_complaint_is_no_refusal_but_recognised()
    {
        var complaint = _inputs.Add("arf.eml",
            "From: <fbl@example.net>\nTo: <abuse@example.com>\nSubject: FW: Hello\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/report; report-type=feedback-report; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nThis is an email abuse report.\n\n"
            + "--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: Example/1\nVersion: 1\nOriginal-Rcpt-To: <pat@example.net>\n\n"
            + "--b\nContent-Type: message/rfc822\n\nFrom: you@example.com\nTo: pat@example.net\nSubject: Hello\n\nHi\n--b--\n");
        var text = Cli.Run("explain", complaint);
        Assert.Equal(0, text.Exit);
        Assert.StartsWith("No refusal: a complaint.", text.Out);
        var json = Assert.Single(Objects(Cli.Run("explain", "--json", complaint).Out));
        Assert.Equal("feedback", json.GetProperty("diagnosis").GetProperty("reason").GetString());
        Assert.Equal("complaint", json.GetProperty("refusal").GetProperty("kind").GetString());
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        const string evil = "550 \u001b]0;owned\u0007\u001b[2J\u202e denied \u009b31m <b>";
        foreach (var args in new string[][] { ["explain", evil], ["explain", "--for", "client", evil], ["explain", "--html", evil], ["explain", "--json", evil], ["explain", "-v", "--color", "never", evil], ["explain", "--as", "\u001b[31m"], ["\u001b[31m"], ["explain", "/\u001b[31m"] })
        {
            var result = Cli.Run(args);
            foreach (var c in result.Out + result.Error)
                Assert.False(c != '\n' && (char.IsControl(c) || c is '\u202e'), $"U+{(int)c:X4}");
        }
    }

    [Fact]
    public void Colour_only_when_asked_or_on_a_terminal()
    {
        var always = Cli.Run("explain", "--color", "always", Inputs.Reply);
        Assert.Contains("\u001b[1m", always.Out);
        Assert.DoesNotContain('\u001b', Cli.Run("explain", Inputs.Reply).Out);
    }

    [Fact]
    public void Columns_are_honoured()
    {
        var narrow = Cli.RunWith([], ["explain", Inputs.Reply], static start => start.Environment["COLUMNS"] = "60");
        Assert.All(narrow.Out.Split('\n'), static line => Assert.True(line.Length <= 60 || line.Contains("http"), line));
    }

    [Fact]
    public void Empty_input_is_not_recognised()
    {
        var result = Cli.RunWith("", "explain");
        Assert.Equal(1, result.Exit);
        Assert.Contains("standard input: no refusal is recognised. This looks like an empty file.", result.Error);
    }

    [Fact]
    public void A_reader_that_goes_away_is_no_error()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "there is no bash here");
        for (var i = 0; i < 400; i++) _inputs.Add($"{i:000}.eml", Inputs.Dsn());
        var start = Cli.Start("explain", "--json", _inputs.Folder);
        var command = string.Join(' ', start.ArgumentList.Prepend(start.FileName).Select(static a => $"'{a}'"));
        var bash = new ProcessStartInfo("/bin/bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        bash.ArgumentList.Add("-c");
        bash.ArgumentList.Add($"{command} | head -c 10 >/dev/null; echo ${{PIPESTATUS[0]}}");
        using var process = Process.Start(bash)!;
        var output = process.StandardOutput.ReadToEnd();
        Assert.Equal("", process.StandardError.ReadToEnd());
        Assert.Equal("0", output.Trim());
    }

    [Fact]
    public void An_interrupt_ends_it_with_130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are another matter there");
        using var process = Process.Start(Cli.Start("explain", "-"))!;
        process.StandardInput.Write("From: a@example.org\n");
        process.StandardInput.Flush();
        Thread.Sleep(1500);
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString()]);
        Assert.True(process.WaitForExit(20_000));
        Assert.Equal(130, process.ExitCode);
    }

    [Fact]
    public void Appending_to_a_file_keeps_what_is_there()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "there is no bash here");
        var start = Cli.Start("explain", "--json", Inputs.Reply);
        var command = string.Join(' ', start.ArgumentList.Prepend(start.FileName).Select(static a => $"'{a}'"));
        var target = Path.Combine(_inputs.Folder, "out.jsonl");
        using var process = Process.Start("/bin/bash", ["-c", $"({command}; {command}) > '{target}'"]);
        process.WaitForExit();
        Assert.Equal(2, Objects(File.ReadAllText(target)).Length);
    }
}
