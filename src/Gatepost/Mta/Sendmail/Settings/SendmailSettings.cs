using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Settings;

/// <summary>What a sendmail.mc or sendmail.cf says, whichever of both was read: features, classes, maps, options, listeners.</summary>
internal sealed class SendmailSettings(string path)
{
    /// <summary>The file that was named.</summary>
    public string Path => path;

    public Dictionary<string, SendmailFeature> Features { get; } = new(StringComparer.Ordinal);

    /// <summary>dnsbl, enhdnsbl and rhsbl, in order.</summary>
    public List<SendmailFeature> Lists { get; } = [];

    /// <summary>By cf name: <c>PrivacyOptions</c>.</summary>
    public Dictionary<string, SendmailSetting> Options { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>By name without <c>$</c> and braces: <c>j</c>, <c>S</c>.</summary>
    public Dictionary<string, SendmailSetting> Macros { get; } = new(StringComparer.Ordinal);

    /// <summary>By name without <c>$=</c> and braces: <c>w</c>, <c>VirtHost</c>.</summary>
    public Dictionary<string, SendmailClass> Classes { get; } = new(StringComparer.Ordinal);

    /// <summary>By name: what follows it in its K line.</summary>
    public Dictionary<string, SendmailSetting> Maps { get; } = new(StringComparer.Ordinal);

    /// <summary>The values of DaemonPortOptions.</summary>
    public List<SendmailSetting> Daemons { get; } = [];

    public HashSet<string> Mailers { get; } = new(StringComparer.Ordinal);

    /// <summary>The flags of the local mailer; null where its definition was not seen.</summary>
    public string? LocalMailerFlags { get; set; }

    public List<CoverageLine> Coverage { get; } = [];

    public List<ConfigProblem> Problems { get; } = [];

    public bool Has(string feature) => Features.ContainsKey(feature);

    public Origin FeatureOrigin(string feature) => Features.TryGetValue(feature, out var found) ? found.Origin : Origin.Default;

    public SendmailSetting? Option(string name) => Options.GetValueOrDefault(name);

    public SendmailClass Class(string name)
    {
        if (!Classes.TryGetValue(name, out var found)) Classes[name] = found = new SendmailClass(name);
        return found;
    }

    public void Cover(Origin origin, string setting, Coverage coverage, string? because = null) =>
        Coverage.Add(new CoverageLine(origin, setting.Length > 120 ? setting[..117] + "…" : setting, coverage, because));

    public void Report(Origin origin, ConfigProblemKind kind, string what, string? write = null) =>
        Problems.Add(new ConfigProblem(origin, kind, what, write));
}
