using Gatepost.Mta;
using Gatepost.Mta.Postfix;

namespace Gatepost.Tests.Mta.Postfix;

public class InputTests
{
    [Fact]
    public void A_directory_holds_both_files()
    {
        var source = Sources.Read("compatibility_level = 3.6\n", "smtp inet n - n - 1 postscreen\nsmtpd pass - - n - - smtpd -o a=b\nrewrite unix - - n - - trivial-rewrite\n10025 inet n - n - - smtpd\n");
        Assert.Equal("smtpd/pass", source.Services[0].Behind!.Entry.ToString());
        Assert.Equal([true, false, false, true], source.Services.Select(static s => s.IsListener));
        Assert.NotNull(source.Find("rewrite", "unix"));
        Assert.Equal(30600, source.Settings.CompatibilityLevel);
    }

    [Theory]
    [InlineData("master_service_disable = inet", true, true)]
    [InlineData("master_service_disable = smtp/inet", true, false)]
    [InlineData("master_service_disable = !smtp/inet, inet", false, true)]
    public void Services_can_be_turned_off(string main, bool first, bool second)
    {
        var source = Sources.Read(main, "smtp inet n - n - - smtpd\n587 inet n - n - - smtpd\n");
        Assert.Equal((first, second), (source.Services[0].IsDisabled, source.Services[1].IsDisabled));
    }

    [Fact]
    public void A_main_cf_alone_runs_one_smtpd()
    {
        var source = PostfixInput.Read(new MemoryFiles(new Dictionary<string, string> { ["conf/main.cf"] = "a = b\n" }), "conf/main.cf", Sources.Plain)!;
        Assert.Equal("smtp/inet", Assert.Single(source.Services).Entry.ToString());
        Assert.Null(PostfixInput.Read(new MemoryFiles(new Dictionary<string, string>()), "nowhere", Sources.Plain));
    }

    [Fact]
    public void What_postconf_prints_is_read()
    {
        const string dump =
            """
            postconf: warning: /etc/postfix/main.cf: unused parameter: a=b
            mail_version = 3.7.11
            mynetworks = 127.0.0.0/8
            smtp       inet  n       -       n       -       -       smtpd
            submission inet  n       -       n       -       -       smtpd
                -o smtpd_tls_security_level=encrypt -o {a=b c}
            smtp/inet/ignored = twice
            """;
        var source = PostfixInput.Read(new MemoryFiles(new Dictionary<string, string> { ["-"] = dump }), "-", new ReadingOptions())!;
        Assert.Equal(307, source.Version);
        Assert.Equal(["smtp/inet", "submission/inet"], source.Services.Select(static s => s.Entry.ToString()));
        Assert.Equal(("encrypt", "b c"), (source.Services[1].Settings.Get("smtpd_tls_security_level").Value, source.Services[1].Settings.Get("a").Value));
        Assert.Equal((3, 5), (source.Settings.Get("mynetworks").Origin.Line, source.Services[1].Entry.Origin.Line));
    }

    [Fact]
    public void What_postconf_P_prints_is_read_without_M()
    {
        var source = PostfixInput.Read(new MemoryFiles(new Dictionary<string, string> { ["-"] = "a = 1\n587/inet/a = 2 3\n587/inet/b = c\nrelay/unix/d = e\n" }), "-", Sources.Plain)!;
        Assert.Equal(["587/inet smtpd", "relay/unix relay"], source.Services.Select(static s => $"{s.Entry} {s.Entry.Command}"));
        Assert.Equal("2 3", source.Services[0].Settings.Get("a").Value);
    }

    [Fact]
    public void Real_configurations_are_read()
    {
        if (SharedCorpus.Find("configs") is not { } folder) return;
        var read = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetFileName(path);
            if (!name.Contains(".cf", StringComparison.Ordinal) || name.Contains("exim", StringComparison.Ordinal)) continue;
            var text = File.ReadAllText(path);
            var source = name.Contains("master", StringComparison.Ordinal) ? Sources.Read("", text) : Sources.Read(text);
            foreach (var parameter in source.Main.Entries) source.Settings.Get(parameter.Name);
            foreach (var listener in source.Services) listener.Settings.Get("smtpd_recipient_restrictions");
            read++;
        }

        Assert.InRange(read, 20, 1000);
    }
}
