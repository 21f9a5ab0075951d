using System.Text.RegularExpressions;

namespace Gatepost.Mta;

/// <summary>Finds out which server a configuration is for, by the names of files first and by what they say where the names do not tell.</summary>
public static partial class Recognition
{
    // Names in the order in which they are looked for in a directory; the first file found is the one to read.
    private static readonly (string Name, Software Software)[] Known =
    [
        ("main.cf", Software.Postfix),
        ("master.cf", Software.Postfix),
        ("smtpd.conf", Software.OpenSmtpd),
        ("update-exim4.conf.conf", Software.Exim),
        ("exim4.conf", Software.Exim),
        ("exim.conf", Software.Exim),
        ("exim4.conf.template", Software.Exim),
        ("configure", Software.Exim),
        ("sendmail.mc", Software.Sendmail),
        ("sendmail.cf", Software.Sendmail),
        ("submit.mc", Software.Sendmail),
    ];

    // Below a root, or in a directory that holds the server's own one.
    private static readonly string[] Below = ["", "postfix", "etc/postfix", "exim4", "etc/exim4", "exim", "etc/exim", "mail", "etc/mail", "etc", "smtpd", "etc/smtpd"];

    /// <summary>The server and the file to start from, where a directory is named; null where none is found in it.</summary>
    public static (Software Software, string Path)? Directory(IConfigFiles files, string directory)
    {
        foreach (var below in Below)
        {
            var folder = below.Length == 0 ? directory : $"{directory.TrimEnd('/')}/{below}";
            var names = files.List(folder);
            foreach (var (name, software) in Known)
                if (names.FirstOrDefault(n => n.EndsWith("/" + name, StringComparison.Ordinal)) is { } path) return (software, path);
        }

        foreach (var path in files.List(directory))
            if (files.Read(path).Text is { } text && Text(text) is { } software) return (software, path);
        return null;
    }

    /// <summary>The server that a file's name and text are for; null where they do not tell.</summary>
    public static Software? File(string path, string text)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        foreach (var (known, software) in Known)
            if (name == known && known != "configure") return software;
        // Samples and snippets: main.cf.mysql, postfix-main.cf, etc_postfix_main.cf.j2.
        if ((name.Contains("main.cf", StringComparison.Ordinal) && !name.Contains("domain.cf", StringComparison.Ordinal)) || name.EndsWith("master.cf", StringComparison.Ordinal)) return Software.Postfix;
        return Text(text);
    }

    /// <summary>The server that a text is for, by words that no other uses; null where it has none.</summary>
    public static Software? Text(string text)
    {
        var head = text.Length > 1 << 20 ? text[..(1 << 20)] : text;
        if (Exchange().IsMatch(head)) return Software.Exchange;
        if (Sendmail().IsMatch(head)) return Software.Sendmail;
        if (Exim().IsMatch(head)) return Software.Exim;
        if (OpenSmtpd().IsMatch(head)) return Software.OpenSmtpd;
        return Postfix().IsMatch(head) ? Software.Postfix : null;
    }

    [GeneratedRegex(@"RemoteIPRanges|DomainType[""',]|TreatMessagesAsInternal|AcceptedDomain", RegexOptions.IgnoreCase)]
    private static partial Regex Exchange();

    [GeneratedRegex(@"^(FEATURE|MAILER|OSTYPE|VERSIONID|DAEMON_OPTIONS)\s*\(|^define\(`conf|^V10/Berkeley|^DZ8\.", RegexOptions.Multiline)]
    private static partial Regex Sendmail();

    [GeneratedRegex(@"^\s*begin\s+(acl|routers|transports|rewrite|retry|authenticators)\s*$|^\s*acl_smtp_\w+\s*=|^\s*(domain|host|address|localpart)list\s+\w+\s*=|^dc_eximconfig_configtype=", RegexOptions.Multiline)]
    private static partial Regex Exim();

    [GeneratedRegex(@"^\s*match\b.*\b(action\s|reject)|^\s*listen\s+on\s|^\s*action\s+""?\w+""?\s+(mbox|maildir|lmtp|mda|relay)", RegexOptions.Multiline)]
    private static partial Regex OpenSmtpd();

    [GeneratedRegex(@"^(smtpd_\w+|mydestination|myhostname|mynetworks|relay_domains|compatibility_level|virtual_\w+|smtp_\w+|inet_interfaces|relayhost|queue_directory)\s*=|^(smtp|submission|smtps|\S+:\d+)\s+inet\s", RegexOptions.Multiline)]
    private static partial Regex Postfix();
}
