using System.Globalization;
using System.Text;
using Gatepost.Audits;
using Gatepost.Mta;
using Gatepost.Relay;

namespace Gatepost.Tests.Audits;

/// <summary>
/// Configurations of public projects, where they are at hand: the verdicts and findings, without a word of theirs, are in corpus/relay/public. The first line of each file says what a reviewer
/// thought of it and stays when the rest is accepted anew.
/// </summary>
public sealed class PublicConfigurationsTests
{
    private static readonly string[] s_starts = ["main.cf", "sendmail.mc", "smtpd.conf", "exim4.conf.template", "master.cf", "main.cf.j2"];

    [Fact]
    public void Verdicts_and_findings_are_as_reviewed()
    {
        var folder = SharedCorpus.Find("configs");
        Assert.SkipWhen(folder is null, "there are no public configurations beside the checkout");
        List<CoverageLine> lines = [];
        foreach (var start in Starts(folder))
        {
            var audit = Auditor.Run(Read(start), new AuditOptions());
            lines.AddRange(audit.Configuration.Coverage.Where(static c => c.Coverage != Coverage.Irrelevant));
            var name = Path.GetRelativePath(folder, start).Replace('/', '+');
            var golden = Path.Combine(Golden.Root(), "corpus", "relay", "public", name + ".txt");
            var note = File.Exists(golden) && File.ReadLines(golden).FirstOrDefault() is { } first && first.StartsWith("# reviewed:", StringComparison.Ordinal) ? first : "# reviewed: not yet";
            Golden.AssertFile(golden, $"{note}\n{Write(audit)}");
        }

        // What stands in a template's place is not there to be understood.
        var relevant = lines.Where(static c => c.Because?.StartsWith("what is filled in", StringComparison.Ordinal) != true && c.Because?.Contains("not at hand", StringComparison.Ordinal) != true).ToArray();
        Assert.True(relevant.Count(static c => !c.PreventsProof) >= relevant.Length * 0.99, string.Join('\n', relevant.Where(static c => c.PreventsProof)));
    }

    [Fact]
    public void Each_file_alone_is_read()
    {
        var folder = SharedCorpus.Find("configs");
        Assert.SkipWhen(folder is null, "there are no public configurations beside the checkout");
        var stranger = new Attempt { Client = System.Net.IPAddress.Parse("203.0.113.7"), RcptTo = "user@elsewhere.example" };
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (Recognition.File(file, File.ReadAllText(file)) is not { } software) continue;
            var alone = new MemoryFiles(new Dictionary<string, string>(StringComparer.Ordinal) { [file] = File.ReadAllText(file) });
            foreach (var policy in ConfigurationReader.Read(software, alone, file, new ReadingOptions()).Policies) Evaluator.Evaluate(policy, stranger);
        }
    }

    // The configurations: of a folder with a main.cf its master.cf is part of it.
    private static IEnumerable<string> Starts(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith("domain.cf", StringComparison.Ordinal) && s_starts.Any(s => f.EndsWith(s, StringComparison.Ordinal)) && !(f.EndsWith("/master.cf", StringComparison.Ordinal) && File.Exists(f.Replace("master.cf", "main.cf", StringComparison.Ordinal))))
            .Order(StringComparer.Ordinal);

    private static Configuration Read(string start)
    {
        var files = new DirectoryFiles(Path.GetDirectoryName(start)!, DirectoryKind.Copy);
        return ConfigurationReader.Read(Recognition.File(start, File.ReadAllText(start))!.Value, files, start, new ReadingOptions());
    }

    private static string Write(Audit audit)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Lower(audit.Verdict)}\n");
        foreach (var (listener, number) in audit.Listeners.Select(static (l, i) => (l, i + 1)))
            text.Append(CultureInfo.InvariantCulture, $"listener {number} {listener.Policy.Listener.Port} {Lower(listener.Verdict)}\n");
        foreach (var finding in audit.Findings)
        {
            var at = string.Join(',', finding.Listeners.Select(n => audit.Listeners.ToList().FindIndex(l => l.Policy.Listener.Name == n) + 1));
            text.Append(CultureInfo.InvariantCulture, $"{finding.Kind.Id} {Lower(finding.Severity)} {(at.Length == 0 ? "all" : at)} {finding.Origin}\n");
        }

        return text.ToString();
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
