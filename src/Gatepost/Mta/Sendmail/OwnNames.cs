using Gatepost.Mta.Sendmail.Addresses;
using Gatepost.Mta.Sendmail.Rules;
using Gatepost.Mta.Sendmail.Settings;
using Gatepost.Mta.Sendmail.Tables;
using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail;

/// <summary>The names that Sendmail gives itself when it starts, and the domains that a configuration names.</summary>
internal static class OwnNames
{
    /// <summary>What addresses are read by: $=w gets the machine's own names and addresses.</summary>
    public static AddressSettings Addresses(SendmailSettings settings, ReadingOptions options, AccessTable? access, SourceMap? domains)
    {
        var host = options.HostName.ToLowerInvariant();
        var own = settings.Macros.TryGetValue("j", out var j) && !j.Value.Contains('$', StringComparison.Ordinal) ? j.Value.ToLowerInvariant() : host;
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        var local = settings.Class("w");
        foreach (var name in (string[])["localhost", own, host, dot > 0 ? host[..dot] : host, "[127.0.0.1]"]) local.Add(name, Origin.Default);
        foreach (var address in options.Addresses) local.Add($"[{ClientText.Of(address)}]", Origin.Default);
        return new AddressSettings
        {
            Local = local,
            Relayed = settings.Class("R"),
            Own = own,
            OwnDomain = settings.Macros.TryGetValue("m", out var m) ? m.Value.ToLowerInvariant() : dot > 0 ? host[(dot + 1)..] : "",
            TakesBangs = !settings.Has("nouucp"),
            TakesPercents = !settings.Has("nopercenthack"),
            RelaysHostsOnly = settings.Has("relay_hosts_only"),
            RelaysEntireDomain = settings.Has("relay_entire_domain"),
            IsLoose = settings.Has("loose_relay_check"),
            Access = access,
            Domains = domains,
        };
    }

    /// <summary>The domains, each once.</summary>
    public static IEnumerable<OwnDomain> Domains(PolicyParts parts)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, origin) in parts.Local.Members)
            if (IsDomain(name) && named.Add(name)) yield return new OwnDomain(name, AddressClass.Local, origin);
        foreach (var (name, origin) in parts.VirtualHosts.Members)
            if (IsDomain(name) && named.Add(name)) yield return new OwnDomain(name, AddressClass.Virtual, origin);
        foreach (var (name, origin) in parts.Relayed.Members)
            if (IsDomain(name) && named.Add(name)) yield return new OwnDomain(name, AddressClass.RelayDomain, origin);
        foreach (var entry in parts.Access?.Map.Entries ?? [])
            if (entry.IsRelay && Marks.KeyOf(entry.Key, "to", withPlain: false) is { } key && IsDomain(key) && named.Add(key)) yield return new OwnDomain(key, AddressClass.RelayDomain, entry.Origin);
    }

    private static bool IsDomain(string name) => name.Length > 0 && name[0] != '[' && !name.Contains('@', StringComparison.Ordinal) && ClientText.Network(name) is null;
}
