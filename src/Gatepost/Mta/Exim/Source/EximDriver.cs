using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Source;

/// <summary>A router, a transport or an authenticator: a name and its options.</summary>
internal sealed class EximDriver(string name, Origin origin)
{
    private readonly List<EximSetting> _settings = [];

    public string Name { get; } = name;

    public Origin Origin { get; } = origin;

    public IReadOnlyList<EximSetting> Settings => _settings;

    /// <summary>What drives it: <c>accept</c>, <c>redirect</c>, <c>plaintext</c>; empty where it does not say.</summary>
    public string Driver => this["driver"] ?? "";

    /// <summary>The value of an option; null where it is not set.</summary>
    public string? this[string name] => Find(name)?.Value;

    public EximSetting? Find(string name) => _settings.Find(s => s.Name == name);

    /// <summary>True where a switch is on.</summary>
    public bool Is(string name) => this[name] is "true" or "yes";

    public void Add(EximSetting setting) => _settings.Add(setting);
}
