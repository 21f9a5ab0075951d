using System.Text;
using Gatepost.Mta;
using Gatepost.Mta.Sendmail;
using Gatepost.RealServers.Hosts;

namespace Gatepost.RealServers.Differential.Sendmail;

/// <summary>A generated configuration: its parts, and the files that they make.</summary>
internal sealed class SendmailCase(IReadOnlyList<SendmailPart> parts)
{
    /// <summary>The folder that the configuration names; the real server reads another in its place.</summary>
    public const string Folder = "/etc/mail/";

    private const string Head =
        """
        divert(0)dnl
        define(`MAIL_SETTINGS_DIR', `/etc/mail/')dnl
        OSTYPE(`linux')dnl
        define(`confDOMAIN_NAME', `mx.own.test')dnl
        define(`confTO_IDENT', `0')dnl
        define(`confQUEUE_LA', `1000')dnl
        define(`confREFUSE_LA', `1000')dnl
        undefine(`confHOST_STATUS_DIRECTORY')dnl
        define(`confCW_FILE', `/etc/mail/local-host-names')dnl
        define(`confCR_FILE', `-o /etc/mail/relay-domains')dnl
        define(`ALIAS_FILE', `/etc/mail/aliases')dnl
        define(`confPID_FILE', `/etc/mail/pid')dnl
        define(`STATUS_FILE', `/etc/mail/status')dnl
        define(`QUEUE_DIR', `/etc/mail/queue')dnl
        FEATURE(`use_cw_file')dnl
        FEATURE(`no_default_msa')dnl

        """;

    private const string Tail = "MAILER(`local')dnl\nMAILER(`smtp')dnl\n";

    public IReadOnlyList<SendmailPart> Parts => parts;

    /// <summary>The files by name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } = Write(parts);

    /// <summary>The tables that makemap has to make.</summary>
    public IEnumerable<string> Maps => Files.Keys.Where(static f => f is "access" or "virtusertable" or "mailertable" or "domaintable");

    /// <summary>As the reader understands it.</summary>
    public Configuration Read() => Read("sendmail.mc", Files["sendmail.mc"]);

    /// <summary>As the reader understands what m4 made of it.</summary>
    public Configuration ReadCf(string text) => Read("sendmail.cf", text);

    private Configuration Read(string name, string text) => SendmailReader.Read(
        new MemoryFiles(Files.Append(KeyValuePair.Create(name, text)).DistinctBy(static f => f.Key).ToDictionary(static f => Folder + f.Key, static f => f.Value)), Folder + name, Options);

    private static ReadingOptions Options { get; } = new()
    {
        HostName = Environment.MachineName,
        Snapshots = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("passwd", File.ReadAllText(ServersRoot.Outside("/etc/passwd"))),
    };

    private static Dictionary<string, string> Write(IReadOnlyList<SendmailPart> parts)
    {
        var files = new Dictionary<string, StringBuilder>(StringComparer.Ordinal)
        {
            ["sendmail.mc"] = new StringBuilder(Head), ["local-host-names"] = new StringBuilder("# own names\nown.test\n"), ["aliases"] = new StringBuilder("postmaster: root\nlist: root\n"),
        };
        foreach (var map in (string[])["access", "virtusertable", "mailertable", "domaintable"])
            if (parts.Any(p => p.File == "sendmail.mc" && p.Feature.Contains(map, StringComparison.Ordinal))) files[map] = new StringBuilder($"# {map}\n");
        foreach (var part in parts)
        {
            if (!files.TryGetValue(part.File, out var file)) files[part.File] = file = new StringBuilder();
            file.Append(part.Text).Append('\n');
        }

        files["sendmail.mc"].Append(Tail);
        return files.ToDictionary(static f => f.Key, static f => f.Value.ToString());
    }
}
