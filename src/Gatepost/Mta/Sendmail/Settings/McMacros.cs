using System.Collections.Frozen;
using Gatepost.Mta.Sendmail.M4;
using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Settings;

/// <summary>The macros of Sendmail's cfhead.m4, written so that each call is recorded with its line.</summary>
internal sealed class McMacros(SendmailSettings settings, IConfigFiles files)
{
    private static readonly FrozenDictionary<string, string> s_classes = new Dictionary<string, string>
    {
        ["LOCAL_DOMAIN"] = "C{w}", ["RELAY_DOMAIN"] = "C{R}", ["RELAY_DOMAIN_FILE"] = "F{R}", ["VIRTUSER_DOMAIN"] = "C{VirtHost}", ["VIRTUSER_DOMAIN_FILE"] = "F{VirtHost}",
        ["TRUST_AUTH_MECH"] = "C{TrustAuthMech}", ["EXPOSED_USER"] = "C{E}", ["EXPOSED_USER_FILE"] = "F{E}", ["LOCAL_USER"] = "C{L}", ["LOCAL_USER_FILE"] = "F{L}",
        ["MASQUERADE_DOMAIN"] = "C{M}", ["MASQUERADE_DOMAIN_FILE"] = "F{M}", ["MASQUERADE_EXCEPTION"] = "C{N}", ["MASQUERADE_EXCEPTION_FILE"] = "F{N}",
        ["CANONIFY_DOMAIN"] = "C{Canonify}", ["CANONIFY_DOMAIN_FILE"] = "F{Canonify}", ["GENERICS_DOMAIN"] = "C{G}", ["GENERICS_DOMAIN_FILE"] = "F{G}",
        ["LDAPROUTE_DOMAIN"] = "C{LDAPRoute}", ["LDAPROUTE_DOMAIN_FILE"] = "F{LDAPRoute}", ["LDAPROUTE_EQUIVALENT"] = "C{LDAPRouteEquiv}", ["LDAPROUTE_EQUIVALENT_FILE"] = "F{LDAPRouteEquiv}",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> s_sections = new Dictionary<string, int>
    {
        ["LOCAL_NET_CONFIG"] = 1, ["LOCAL_RULE_3"] = 2, ["LOCAL_RULE_0"] = 3, ["LOCAL_UUCP"] = 4, ["LOCAL_CONFIG"] = 6, ["MAILER_DEFINITIONS"] = 7, ["LOCAL_DNSBL"] = 8, ["LOCAL_RULESETS"] = 9,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> s_rulesets = new Dictionary<string, string>
    {
        ["LOCAL_RULE_1"] = "sender", ["LOCAL_RULE_2"] = "recipient", ["LOCAL_SRV_FEATURES"] = "Local_srv_features", ["LOCAL_CLT_FEATURES"] = "Local_clt_features",
        ["LOCAL_TRY_TLS"] = "Local_try_tls", ["LOCAL_TLS_RCPT"] = "Local_tls_rcpt", ["LOCAL_TLS_CLIENT"] = "Local_tls_client", ["LOCAL_TLS_SERVER"] = "Local_tls_server",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] s_others =
    [
        "OSTYPE", "DOMAIN", "FEATURE", "HACK", "MAILER", "DAEMON_OPTIONS", "CLIENT_OPTIONS", "MAIL_FILTER", "INPUT_MAIL_FILTER", "QUEUE_GROUP", "VERSIONID", "MODIFY_MAILER_FLAGS",
        "MASQUERADE_AS", "CF_LEVEL", "SITECONFIG",
    ];

    /// <summary>Class lines that macros made, in order.</summary>
    public List<M4Line> ClassLines { get; } = [];

    /// <summary>True where VIRTUSER_DOMAIN or VIRTUSER_DOMAIN_FILE was called, so that the class is relayed to.</summary>
    public bool HasVirtualHosts { get; private set; }

    /// <summary>Every macro's name.</summary>
    public static IEnumerable<string> Names => [.. s_classes.Keys, .. s_sections.Keys, .. s_rulesets.Keys, .. s_others];

    /// <summary>The macro that begins a diversion.</summary>
    public static string SectionName(int diversion) => s_sections.FirstOrDefault(s => s.Value == diversion).Key ?? $"diversion {diversion}";

    public void AddTo(M4Machine machine)
    {
        machine.Define("MAIL_SETTINGS_DIR", "/etc/mail/");
        machine.Define("DATABASE_MAP_TYPE", "hash");
        machine.Define("confCW_FILE", "/etc/mail/local-host-names");
        machine.Define("confCR_FILE", "-o /etc/mail/relay-domains");
        foreach (var (name, line) in s_classes) machine.Define(name, (m, a) => ClassLine(m, name, line, M4Builtins.At(a, 0)));
        foreach (var (name, diversion) in s_sections) machine.Define(name, (m, _) => Section(m, diversion, ""));
        foreach (var (name, ruleset) in s_rulesets) machine.Define(name, (m, _) => Section(m, 9, ruleset));
        machine.Define("FEATURE", (m, a) => Feature(m, a));
        machine.Define("HACK", (m, a) => Hack(m, a));
        machine.Define("OSTYPE", (m, a) => OsType(m, M4Builtins.At(a, 0)));
        machine.Define("DOMAIN", (m, a) => Domain(m, M4Builtins.At(a, 0)));
        machine.Define("MAILER", (m, a) => Mailer(m, M4Builtins.At(a, 0)));
        machine.Define("DAEMON_OPTIONS", (m, a) => Daemon(m, a));
        machine.Define("MODIFY_MAILER_FLAGS", (m, a) => ModifyFlags(m, a));
        foreach (var name in (string[])["CLIENT_OPTIONS", "QUEUE_GROUP", "VERSIONID", "MASQUERADE_AS", "CF_LEVEL"]) machine.Define(name, (m, a) => Say(m, name, a, Coverage.Irrelevant));
        foreach (var name in (string[])["MAIL_FILTER", "INPUT_MAIL_FILTER"])
            machine.Define(name, (m, a) => Say(m, name, a, Coverage.Conditional, "a filter may refuse what is accepted here, never accept what is refused"));
        machine.Define("SITECONFIG", (m, a) => Say(m, "SITECONFIG", a, Coverage.NotModelled));
    }

    private string Say(M4Machine machine, string name, IReadOnlyList<string> arguments, Coverage coverage, string? because = null)
    {
        settings.Cover(machine.Here, $"{name}({string.Join(", ", arguments.Select(static a => $"`{a.Trim()}'"))})", coverage, because);
        return "";
    }

    private string ClassLine(M4Machine machine, string name, string line, string argument)
    {
        ClassLines.Add(new M4Line(5, line + argument.Trim(), machine.Here));
        if (name.StartsWith("VIRTUSER_DOMAIN", StringComparison.Ordinal)) HasVirtualHosts = true;
        return "";
    }

    private static string Section(M4Machine machine, int diversion, string ruleset)
    {
        machine.Output.Current = diversion;
        if (ruleset.Length > 0) machine.Output.Write($"S{ruleset}\n", machine.Here);
        return "";
    }

    private string Feature(M4Machine machine, IReadOnlyList<string> arguments)
    {
        var name = M4Builtins.At(arguments, 0).Trim();
        if (name == "blacklist_recipients") name = "blocklist_recipients";
        var feature = new SendmailFeature(name, [.. arguments.Skip(1).Select(static a => a.Trim())], machine.Here);
        FeatureReader.Read(settings, feature, machine);
        return "";
    }

    private string Hack(M4Machine machine, IReadOnlyList<string> arguments) =>
        Say(machine, "HACK", arguments, M4Builtins.At(arguments, 0) == "nodns" ? Coverage.Irrelevant : Coverage.NotModelled);

    private string OsType(M4Machine machine, string name)
    {
        // Debian's ostype/debian.m4 lets comments stand in the files of the classes.
        if (name == "debian")
        {
            machine.Define("confCR_FILE", @"-o /etc/mail/relay-domains %[^\#]");
            machine.Define("confCW_FILE", @"/etc/mail/local-host-names %[^\#]");
        }

        return Say(machine, "OSTYPE", [name], Coverage.Irrelevant);
    }

    private string Domain(M4Machine machine, string name)
    {
        if (name is "generic" or "debian-mta" or "debian-msp" or "unspecified" or "unspecified-domain") return Say(machine, "DOMAIN", [name], Coverage.Irrelevant);
        foreach (var folder in (string[])["/usr/share/sendmail/cf", "/usr/share/sendmail-cf", "/etc/mail/cf"])
        {
            var path = $"{folder}/domain/{name}.m4";
            if (files.Read(path).Text is null) continue;
            machine.Include(path);
            return "";
        }

        settings.Report(machine.Here, ConfigProblemKind.MissingFile, $"domain/{name}.m4 cannot be read; what it says is not known", "name a folder that holds it");
        return Say(machine, "DOMAIN", [name], Coverage.NotModelled, "the file is not here");
    }

    private string Mailer(M4Machine machine, string name)
    {
        settings.Mailers.Add(name);
        return Say(machine, "MAILER", [name], Coverage.Irrelevant);
    }

    private string Daemon(M4Machine machine, IReadOnlyList<string> arguments)
    {
        settings.Daemons.Add(new SendmailSetting(string.Join(',', arguments).Trim(), machine.Here));
        return "";
    }

    private string ModifyFlags(M4Machine machine, IReadOnlyList<string> arguments)
    {
        if (M4Builtins.At(arguments, 0) == "LOCAL" && M4Builtins.At(arguments, 1) is ['-', ..] flags && flags.Contains('w', StringComparison.Ordinal)) settings.LocalMailerFlags = "";
        return Say(machine, "MODIFY_MAILER_FLAGS", arguments, Coverage.Irrelevant);
    }
}
