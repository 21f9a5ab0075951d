using System.Text.RegularExpressions;

namespace Gatepost.Tests;

/// <summary>The shape of the house: which stage uses which, where sockets may be, how long a file may get.</summary>
public partial class StructureTests
{
    private const int Ceiling = 320;

    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Smtp"] = [],
        ["Refusals"] = ["Smtp"],
        ["Evidence"] = ["Refusals", "Smtp"],
        ["Diagnoses"] = ["Evidence", "Refusals", "Smtp"],
        ["Relay"] = ["Smtp"],
        ["Mta"] = ["Relay", "Smtp"],
        ["Audits"] = ["Evidence", "Mta", "Refusals", "Relay", "Smtp"],
        ["Reports"] = ["Audits", "Diagnoses", "Evidence", "Mta", "Refusals", "Relay", "Smtp"],
        ["Lab"] = ["Diagnoses", "Evidence", "Refusals", "Reports", "Smtp"],
    };

    public static TheoryData<string> Files()
    {
        var data = new TheoryData<string>();
        foreach (var folder in (string[])["src", "test", "bench"])
            foreach (var path in Directory.EnumerateFiles(Repository.File(folder), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                data.Add(Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'));
        return data;
    }

    [Fact]
    public void Every_stage_uses_only_the_stages_before_it()
    {
        var faults = new List<string>();
        foreach (var path in Library())
        {
            var stage = Stage(path);
            foreach (Match match in UsedStage().Matches(File.ReadAllText(Repository.File(path))))
            {
                var used = match.Groups[1].Value;
                if (used != stage && Arrows.ContainsKey(used) && !Arrows[stage].Contains(used)) faults.Add($"{path}: {stage} uses {used}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Folder_and_namespace_are_the_same()
    {
        var faults = new List<string>();
        foreach (var path in Library())
        {
            var folder = Path.GetDirectoryName(path)!.Replace('\\', '/')["src/".Length..];
            // docs/decisions/0001: the one folder whose namespace has another name.
            var expected = folder.Replace('/', '.').Replace("Gatepost.Diagnosis", "Gatepost.Diagnoses", StringComparison.Ordinal);
            var match = Namespace().Match(File.ReadAllText(Repository.File(path)));
            if (match.Groups[1].Value != expected) faults.Add($"{path}: {match.Groups[1].Value}, not {expected}");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Sockets_are_in_evidence_and_the_lab_only()
    {
        var faults = Library().Where(static p => !p.StartsWith("src/Gatepost/Evidence/", StringComparison.Ordinal) && !p.StartsWith("src/Gatepost/Lab/", StringComparison.Ordinal))
            .Where(static p => Sockets().IsMatch(File.ReadAllText(Repository.File(p))));
        Assert.Empty(faults);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_file_is_longer_than_the_ceiling(string path) =>
        Assert.InRange(File.ReadLines(Repository.File(path)).Count(), 0, Ceiling);

    private static IEnumerable<string> Library() =>
        Directory.EnumerateFiles(Repository.File("src/Gatepost"), "*.cs", SearchOption.AllDirectories)
            .Select(static p => Path.GetRelativePath(Repository.Root, p).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private static string Stage(string path)
    {
        var folder = path.Split('/')[2];
        return folder == "Diagnosis" ? "Diagnoses" : folder;
    }

    [GeneratedRegex(@"Gatepost\.(\w+)")]
    private static partial Regex UsedStage();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"new Socket\(|NetworkStream|SocketType|TcpClient|TcpListener|UdpClient|DnsClient|System\.Net\.Dns\b")]
    private static partial Regex Sockets();
}
