using System.Collections.Immutable;
using System.Text;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>A configuration in parts, and what is asked of it.</summary>
/// <param name="Parts">The parts, in the order of the files.</param>
/// <param name="Listeners">The listeners of master.cf.</param>
/// <param name="Questions">The attempts.</param>
internal sealed record PostfixCase(ImmutableArray<ConfigPart> Parts, ImmutableArray<string> Listeners, ImmutableArray<PostfixQuestion> Questions)
{
    /// <summary>Where the configuration lies.</summary>
    public const string Folder = "/etc/postfix/";

    /// <summary>The files.</summary>
    public PostfixFiles Files()
    {
        var texts = new Dictionary<string, string> { ["main.cf"] = Main(), ["master.cf"] = Master() };
        foreach (var table in Parts.OfType<ConfigPart.Entry>().GroupBy(static e => e.File)) texts[table.Key] = string.Join('\n', table.Select(static e => e.Line)) + "\n";
        var compiled = Parts.OfType<ConfigPart.Compile>().Select(static c => c.Table).Distinct().ToList();
        foreach (var table in compiled) texts.TryAdd(table[(table.LastIndexOf('/') + 1)..], "");
        if (Parts.Any(static p => p is ConfigPart.Setting { Name: "smtpd_tls_chain_files" }))
            foreach (var (name, text) in TestCertificates.Files) texts[name] = text;
        return new PostfixFiles(texts, compiled);
    }

    private string Main()
    {
        var text = new StringBuilder();
        foreach (var part in Parts)
        {
            var (name, value) = part switch
            {
                ConfigPart.Setting setting => (setting.Name, setting.Value),
                ConfigPart.List list => (list.Name, string.Join(list.Separator, Parts.OfType<ConfigPart.Item>().Where(i => i.Of == list.Name).Select(static i => i.Text))),
                _ => ("", ""),
            };
            if (name.Length > 0) text.Append(name).Append(" = ").Append(value).Append('\n');
        }

        return text.ToString();
    }

    private string Master()
    {
        var text = new StringBuilder();
        foreach (var listener in Listeners)
        {
            text.Append(listener).Append(" inet n - n - 1 smtpd\n");
            foreach (var option in Parts.OfType<ConfigPart.Override>().Where(o => o.Listener == listener)) text.Append("  -o ").Append(option.Option).Append('\n');
        }

        return text.ToString();
    }
}
