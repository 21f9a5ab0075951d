using System.Diagnostics;

namespace Gatepost.Cli.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData("there is no verb 'explian'. Did you mean explain?", "explian", "x.eml")]
    [InlineData("there is no option '--jsn'. Did you mean --json?", "explain", "--jsn")]
    [InlineData("there is no option '--lvie'. Did you mean --live?", "explain", "--lvie", "x.eml")]
    [InlineData("--timeout is for --live", "explain", "--timeout", "3", "x.eml")]
    [InlineData("--live asks the network and --world a recording", "explain", "--live", "--world", "w.json", "x.eml")]
    [InlineData("--client does not take 'pat'", "explain", "--live", "--client", "pat", "x.eml")]
    [InlineData("--rdap does not take 'ftp://x/'", "probe", "--rdap", "ftp://x/", "example.net")]
    [InlineData("--rdap does not take 'http://rdap.example/'", "explain", "--live", "--rdap", "http://rdap.example/", "x.eml")]
    [InlineData("there is no world 'stale-mxx'", "lab", "stale-mxx")]
    [InlineData("--keep leaves one world running", "lab", "--keep", "stale-mx", "null-mx")]
    [InlineData("--for does not take 'clint'. Did you mean client?", "explain", "--for", "clint", "x")]
    [InlineData("--as does not take 'postfx'. Did you mean postfix?", "explain", "--as", "postfx", "x")]
    [InlineData("--color does not take 'maybe'.", "explain", "--color=maybe", "x")]
    [InlineData("--json and --html exclude each other.", "explain", "--json", "--html", "x")]
    [InlineData("Required argument missing for option: '--as'.", "explain", "x", "--as")]
    [InlineData("needs the name of a shell", "completion")]
    [InlineData("'bahs' is not among bash, zsh, fish and pwsh. Did you mean bash?", "completion", "bahs")]
    public void A_wrong_call_says_what_is_wrong(string message, params string[] args)
    {
        var result = Cli.Run(args);
        Assert.Equal(2, result.Exit);
        Assert.Contains(message, result.Error);
        Assert.Contains("Try: gatepost", result.Error);
        Assert.Empty(result.Out);
    }

    [Fact]
    public void Without_anything_it_shows_help_and_fails()
    {
        var result = Cli.Run();
        Assert.Equal(2, result.Exit);
        Assert.StartsWith("Examples:", result.Error);
        Assert.Empty(result.Out);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("explain", "--help")]
    [InlineData("explain", "nofile", "-h")]
    [InlineData("probe", "--help")]
    [InlineData("completion", "--help")]
    public void Help_begins_with_examples_and_ends_with_the_documentation(params string[] args)
    {
        var result = Cli.Run(args);
        Assert.Equal(0, result.Exit);
        Assert.Empty(result.Error);
        var lines = result.Out.TrimEnd('\n').Split('\n');
        Assert.Equal("Examples:", lines[0]);
        Assert.StartsWith("Documentation:", lines[^1]);
        Assert.All(lines, static line => Assert.True(line.Length <= 80, line));
    }

    [Theory]
    [InlineData("explain", "as", "for", "html", "json", "all", "color", "verbose")]
    [InlineData("probe", "to", "from", "server", "tls", "login", "secrets", "mechanism", "helo", "resolver", "source", "ipv4", "timeout", "dry-run", "json", "bulk",
        "parallel", "ordered", "resume", "i-operate-this-server", "relay-test", "xclient", "proxy", "proxy-source", "allow-private", "color", "verbose")]
    public void Help_and_completion_know_every_option(string verb, params string[] options)
    {
        var help = Cli.Run(verb, "--help").Out;
        foreach (var shell in new[] { "bash", "zsh", "fish", "pwsh" })
        {
            var script = Cli.Run("completion", shell);
            Assert.Equal(0, script.Exit);
            foreach (var option in options)
            {
                Assert.Contains("--" + option, help);
                Assert.Contains((shell == "fish" ? "-l " : "--") + option, script.Out);
            }

            Assert.DoesNotContain("unknown", script.Out);
        }
    }

    [Theory]
    [InlineData("gatepost ex", 1, "explain")]
    [InlineData("gatepost explain --fo", 2, "--for")]
    [InlineData("gatepost explain --for cl", 3, "client")]
    [InlineData("gatepost probe --tls re", 3, "required")]
    [InlineData("gatepost probe --i-op", 2, "--i-operate-this-server")]
    [InlineData("gatepost completion ba", 2, "bash")]
    public void Bash_completes(string line, int word, string expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "there is no bash here");
        var words = string.Join(' ', line.Split(' ').Select(static w => $"'{w}'"));
        var start = new ProcessStartInfo("/bin/bash") { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var bash = Process.Start(start)!;
        bash.StandardInput.Write($"{Cli.Run("completion", "bash").Out}\nCOMP_WORDS=({words}); COMP_CWORD={word}; _gatepost; echo \"${{COMPREPLY[*]}}\"\n");
        bash.StandardInput.Close();
        Assert.Equal(expected, bash.StandardOutput.ReadToEnd().Trim());
    }

    [Fact]
    public void The_version() => Assert.Matches("^gatepost [0-9]+\\.[0-9]+\\.[0-9]+\n$", Cli.Run("--version").Out);
}
