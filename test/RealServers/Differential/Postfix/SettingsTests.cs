using System.Text;
using System.Text.RegularExpressions;
using Gatepost.Mta;
using Gatepost.Mta.Postfix;
using Gatepost.RealServers.Hosts;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>Random main.cf and master.cf files mean what the real postconf says they mean, every default included.</summary>
public partial class SettingsTests(ITestOutputHelper output)
{
    private static readonly int s_cases = Math.Max(20, CaseCount.Value / 50);

    // What depends on the process or the build.
    private static readonly HashSet<string> s_left = ["process_id", "process_name", "service_name", "mail_release_date", "mail_version", "milter_macro_v", "tls_export_cipherlist", "tls_low_cipherlist", "tls_high_cipherlist", "tls_medium_cipherlist", "tls_null_cipherlist", "tls_eecdh_auto_curves", "config_directory"];

    private static readonly string[] s_words =
        ["permit_mynetworks", "hash:/x", "$myhostname", "$mydomain", "${u9}", "$(u8)", "$u7", "$$", "a.test", "10.0.0.0/8", "{ a, b }", ",", "${u9?x}", "${u8:y}", "${u9?{1 $u8}:{2}}", "${{$u9} == {$u8} ? {same} : {other}}", "${{a b} != {$u7}?{x}}",
         "${{$compatibility_level} >=level {2} ? {new} : {old}}", "${{10} > {9}:{no}}", "$undefined", "$mynetworks", "$relay_domains", "x{y}z", "${{12} <= {012}}", "${mail_name}", "$virtual_alias_domains"];

    private static readonly string[] s_names = ["myhostname", "mydomain", "mydestination", "myorigin", "relay_domains", "smtpd_relay_restrictions", "smtpd_recipient_restrictions", "virtual_alias_maps", "virtual_maps", "alias_maps", "smtpd_banner", "proxy_interfaces", "inet_protocols", "mynetworks_style", "smtpd_restriction_classes", "local_recipient_maps", "transport_maps"];

    [Fact]
    public async Task What_main_cf_and_master_cf_mean()
    {
        Assert.SkipUnless(ServersRoot.IsHere, ServersRoot.NotHere);
        var cases = Enumerable.Range(0, s_cases).Select(i => Make(Seed.For(i))).ToList();
        var asked = await Postconf.Ask("settings", [.. cases.Select(static c => new Postconf.Case(
            new Dictionary<string, string> { ["main.cf"] = c.Main, ["master.cf"] = c.Master }, "/usr/sbin/postconf -c . -x; echo ---; /usr/sbin/postconf -c . -n; echo ---; /usr/sbin/postconf -c . -P"))]);
        var differences = new StringBuilder();
        var compared = 0;
        for (var i = 0; i < cases.Count; i++)
        {
            // Names that call each other without end: postconf prints no more.
            if (Postconf.Errors("settings", i).Contains("macro processing error", StringComparison.Ordinal)) continue;
            foreach (var difference in Compare(cases[i], asked[i].Split("---\n"), ref compared))
                differences.AppendLine($"--- {i}: {difference}\n{cases[i].Main}\n{cases[i].Master}\n{Postconf.Errors("settings", i)}");
        }

        output.WriteLine($"{cases.Count} configurations, {compared} values, seed {Seed.Value}");
        Assert.True(differences.Length == 0, differences.ToString(0, Math.Min(differences.Length, 6000)));
    }

    private static List<string> Compare((string Main, string Master) written, string[] asked, ref int compared)
    {
        var files = new MemoryFiles(new Dictionary<string, string> { ["/c/main.cf"] = written.Main, ["/c/master.cf"] = written.Master });
        var source = PostfixInput.Read(files, "/c", new ReadingOptions { Version = "3.7", HostName = Environment.MachineName })!;
        List<string> differences = [];
        foreach (var (name, value) in Lines(asked[0]))
        {
            if (s_left.Contains(name) || source.Settings.Wrong(name) is not null) continue;
            compared++;
            var ours = Folded(source.Settings.Get(name).Value);
            if (ours != value) differences.Add($"{name} is \"{ours}\", and postconf says \"{value}\"");
        }

        foreach (var (name, value) in Lines(asked[1]))
        {
            if (name == "config_directory") continue;
            compared++;
            if (Folded(source.Main.Find(name)?.Value ?? "(none)") is var ours && ours != value) differences.Add($"{name} is set to \"{ours}\", and postconf says \"{value}\"");
        }

        var overrides = source.Services.SelectMany(static s => s.Entry.Overrides.Select(static o => o.Name).Distinct().Select(n => $"{s.Entry}/{n} = {Folded(s.Entry.Find(n)!.Value)}".TrimEnd())).Order(StringComparer.Ordinal);
        var real = asked[2].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => Folded(l)).Order(StringComparer.Ordinal).ToList();
        compared += real.Count;
        if (!overrides.SequenceEqual(real)) differences.Add($"overrides are\n{string.Join('\n', overrides)}\nand postconf says\n{string.Join('\n', real)}");
        return differences;
    }

    private static IEnumerable<(string Name, string Value)> Lines(string printed) =>
        printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => l.Split(" =", 2)).Where(static l => l.Length == 2).Select(static l => (l[0], Folded(l[1])));

    private static string Folded(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    private static (string Main, string Master) Make(Random random)
    {
        string Pick(params string[] from) => from[random.Next(from.Length)];
        string Value(int most) => string.Join(Pick(" ", "  ", ", ", "\n  ", "\n# c\n\t"), Enumerable.Range(0, random.Next(most)).Select(_ => Pick(s_words)));
        var main = new StringBuilder();
        if (random.Next(4) > 0) main.Append($"compatibility_level = {Pick("0", "1", "2", "3.5", "3.6", "3.6.1", "4")}\n");
        for (var i = random.Next(8); i > 0; i--)
        {
            var name = Pick(s_names);
            var value = name switch
            {
                "inet_protocols" => Pick("all", "ipv4", "ipv6, ipv4"),
                "mynetworks_style" => Pick("host", "subnet", "class"),
                "myhostname" => Pick("mx.example.org", "mx.$mydomain", "single"),
                "mydomain" => Pick("example.org", "a.b"),
                _ => Value(6),
            };
            main.Append(Pick("", "", "# c\n", "\n")).Append($"{name}{Pick(" = ", "=", " =")}{value}{Pick("\n", "\n", "\r\n", " \n")}");
        }

        // Each refers to later ones only, so that there are no loops.
        main.Append($"u9 = {Pick("", "nine", "9")}\nu8 = {Pick("", "eight $u9", "9")}\nu7 = {Pick("a b", "$u8$u9", "${u9?{$u8}}")}\nsmtpd_helo_restrictions = $u7 $u8 $u9 $mine\nmine = {Value(5)}\n");
        var master = new StringBuilder();
        foreach (var service in (string[])["smtp inet n - n - - smtpd", "587 inet n - n - - smtpd", "rewrite unix - - n - - trivial-rewrite"])
        {
            master.Append(service);
            for (var i = random.Next(4); i > 0; i--)
            {
                var name = Pick("a", "b", "mynetworks", "smtpd_banner");
                master.Append(Pick(" ", "\n  ", "\n# c\n ")).Append(Pick($"-o {name}={Pick("x", "", "$myhostname", "{x,y}", "a,b", "{x y}")}", $"-o {{ {name} = {Pick("x  y", "", "{a b}")} }}", $"-o {{{name}=x}}", "-v"));
            }

            master.Append('\n');
        }

        return (main.ToString(), master.ToString());
    }
}
