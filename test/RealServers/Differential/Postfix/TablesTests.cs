using System.Text;
using Gatepost.Mta;
using Gatepost.Mta.Postfix;
using Gatepost.RealServers.Hosts;
using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>Random tables give what the real postmap finds in them.</summary>
public class TablesTests(ITestOutputHelper output)
{
    private static readonly int s_cases = Math.Max(20, CaseCount.Value / 50);
    private static readonly string? s_pcre = Environment.GetEnvironmentVariable("GATEPOST_POSTFIX_PCRE");

    [Theory]
    [InlineData("hash")]
    [InlineData("texthash")]
    [InlineData("inline")]
    [InlineData("static")]
    [InlineData("cidr")]
    [InlineData("regexp")]
    [InlineData("pcre")]
    [InlineData("pipemap")]
    [InlineData("unionmap")]
    public async Task What_is_found(string kind)
    {
        Assert.SkipUnless(ServersRoot.IsHere, ServersRoot.NotHere);
        Assert.SkipWhen(kind == "pcre" && s_pcre is null, "GATEPOST_POSTFIX_PCRE names no plugin");
        var main = "compatibility_level = 3.6\n" + (kind == "pcre" ? Plugin() : "");
        var cases = Enumerable.Range(0, s_cases).Select(i => TableCase.Make(Seed.For(i + kind.Length), kind)).ToList();
        var asked = await Postconf.Ask(kind, [.. cases.Select(c => new Postconf.Case(Files(c, main), Line(c)))]);

        var differences = new StringBuilder();
        var found = 0;
        for (var i = 0; i < cases.Count; i++)
        {
            var table = Read(cases[i], main);
            var ours = table.Fault is null ? string.Concat(cases[i].Keys.Select(k => (Key: k, Result: table.Find(k))).Where(static f => f.Result.IsFound).Select(static f => $"{f.Key}\t{f.Result.Value}\n")) : "";
            found += ours.Count(static c => c == '\n');
            var errors = Postconf.Errors(kind, i);
            if (ours == asked[i] && (table.Fault is null) == !errors.Contains("fatal", StringComparison.Ordinal)) continue;
            differences.AppendLine($"--- {i} {kind}:{cases[i].Body}\n{cases[i].Text}\nkeys: {string.Join(" | ", cases[i].Keys)}\nours ({table.Fault?.What}):\n{ours}real:\n{asked[i]}{errors}");
        }

        output.WriteLine($"{kind}: {cases.Count} tables, {found} found keys, seed {Seed.Value}");
        Assert.True(differences.Length == 0, differences.ToString(0, Math.Min(differences.Length, 6000)));
    }

    private static Dictionary<string, string> Files(TableCase table, string main)
    {
        var files = new Dictionary<string, string> { ["main.cf"] = main, ["master.cf"] = "", ["keys"] = string.Concat(table.Keys.Select(static k => k + "\n")), ["name"] = table.Body };
        if (table.Text is { } text) files["table"] = text;
        return files;
    }

    private static string Line(TableCase table)
    {
        var name = table.Text is null ? "\"$(cat name)\"" : "table";
        return (table.Kind == "hash" ? "/usr/sbin/postmap -c . hash:table 2>/dev/null; " : "") + $"/usr/sbin/postmap -c . -q - {table.Kind}:{name} <keys";
    }

    private static PostfixTable Read(TableCase table, string main)
    {
        var files = new Dictionary<string, string> { ["/c/main.cf"] = main };
        if (table.Text is { } text) files["/c/table"] = text;
        var source = PostfixInput.Read(new MemoryFiles(files), "/c", new ReadingOptions { Version = "3.7" })!;
        return source.Tables.Open($"{table.Kind}:{(table.Text is null ? table.Body : "/c/table")}", new Origin("main.cf", 1));
    }

    private static string Plugin()
    {
        var folder = ServersRoot.Folder("postfix-pcre");
        File.Copy(s_pcre!, ServersRoot.Outside($"{folder}/postfix-pcre.so"), overwrite: true);
        ServersRoot.Write($"{folder}/dynamicmaps.cf", "pcre postfix-pcre.so dict_pcre_open\n");
        return $"meta_directory = {folder}\nshlib_directory = {folder}\n";
    }
}
