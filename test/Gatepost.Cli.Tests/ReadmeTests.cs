using System.Text;
using System.Text.RegularExpressions;

namespace Gatepost.Cli.Tests;

/// <summary>What README.md shows is what the program prints. GATEPOST_ACCEPT=1 writes it anew.</summary>
public partial class ReadmeTests
{
    [Fact]
    public void The_readme_shows_real_output()
    {
        var root = Root();
        var path = Path.Combine(root, "README.md");
        var readme = File.ReadAllText(path);
        var real = Block().Replace(readme, match =>
        {
            var arguments = match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var run = Cli.RunWith([], arguments, start => start.WorkingDirectory = root);
            Assert.True(run.Exit is 0 or 1 && run.Error.Length == 0, run.Error);
            return new StringBuilder("```console\n$ gatepost ").Append(match.Groups[1].Value).Append('\n').Append(run.Out).Append("```").ToString();
        });
        if (Environment.GetEnvironmentVariable("GATEPOST_ACCEPT") == "1") File.WriteAllText(path, real);
        else Assert.Equal(Timeless(real), Timeless(readme));
    }

    // The lab's servers take as long as they take, and its reports say when they were asked.
    private static string Timeless(string text) => Blanks().Replace(Times().Replace(text, " … "), " ");

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Gatepost.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The tests must run inside the checkout.");
    }

    [GeneratedRegex(@"\s+\d+ ms\b|\s20\d\d-\d\d-\d\d\s+\d\d:\d\d:\d\d\s+UTC")]
    private static partial Regex Times();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"```console\n\$ gatepost ([^\n]*)\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
