using System.Globalization;
using System.Net;
using Gatepost.Mta.Exim.Source;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim;

/// <summary>The doors of the server: local_interfaces with daemon_smtp_ports (specification chapter 13).</summary>
internal static class EximListeners
{
    private const int Most = 32;

    public static IReadOnlyList<Listener> Read(EximSections sections, EximFindings findings, bool offersLogin)
    {
        var ports = Ports(sections.Option("daemon_smtp_ports"), findings);
        if (ports.Count == 0) ports = [25];
        var secure = Ports(sections.Option("tls_on_connect_ports"), findings);
        var listeners = new List<Listener>();
        var interfaces = sections.Option("local_interfaces");
        foreach (var (address, port) in interfaces is null || interfaces.Value.Contains('$', StringComparison.Ordinal) ? [(null, null)] : Interfaces(interfaces, findings))
            foreach (var one in port is { } only ? [only] : ports)
            {
                if (listeners.Count >= Most || listeners.Exists(l => l.Address == address && l.Port == one)) continue;
                listeners.Add(new Listener(address is null ? $"{one}" : $"{address}.{one}", interfaces?.Origin ?? sections.Option("daemon_smtp_ports")?.Origin ?? Origin.Default)
                {
                    Port = one,
                    Address = address,
                    IsInternal = address is not null && (address.StartsWith("127.", StringComparison.Ordinal) || address == "::1"),
                    OffersLogin = offersLogin,
                    IsSubmission = one is 587 or 465,
                    DemandsTls = secure.Contains(one),
                });
            }

        return listeners;
    }

    /// <summary>The addresses that local_interfaces and extra_local_interfaces name; null where these are not known, and where there are none.</summary>
    public static IReadOnlyList<IPAddress>? Addresses(EximSections sections)
    {
        if (sections.Option("local_interfaces") is not { } interfaces) return null;
        var text = interfaces.Value;
        var extra = sections.Option("extra_local_interfaces")?.Value ?? "";
        if (text.Contains('$', StringComparison.Ordinal) || extra.Contains('$', StringComparison.Ordinal)) return null;
        var addresses = new List<IPAddress>();
        foreach (var item in EximText.Items(text).Concat(EximText.Items(extra)))
            if (EximAddress.TryParse(Split(item).Address, out var address)) addresses.Add(address);
        return addresses.Count > 0 ? addresses : null;
    }

    private static List<int> Ports(EximSetting? setting, EximFindings findings)
    {
        var ports = new List<int>();
        foreach (var item in setting is null ? [] : EximText.Items(setting.Value))
            if (Port(item) is { } port) ports.Add(port);
            else if (item.Length > 0)
                findings.Add(new ConfigProblem(setting!.Origin, ConfigProblemKind.BadValue, $"{setting.Name}: {item} is no port", "Write a number"));
        return ports;
    }

    private static int? Port(string text) => text switch
    {
        "smtp" => 25,
        "submission" => 587,
        "smtps" or "ssmtp" or "submissions" or "urd" => 465,
        _ => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 ? port : null,
    };

    private static List<(string? Address, int? Port)> Interfaces(EximSetting setting, EximFindings findings)
    {
        var interfaces = new List<(string?, int?)>();
        foreach (var item in EximText.Items(setting.Value))
        {
            var (address, port) = Split(item);
            if (EximAddress.TryParse(address, out var ip)) interfaces.Add((address is "0.0.0.0" or "::" or "::0" ? null : ip.ToString(), port));
            else if (item.Length > 0)
                findings.Add(new ConfigProblem(setting.Origin, ConfigProblemKind.WillNotRun, $"local_interfaces: {item} is no address; the daemon does not start", "Write an address, perhaps with .port behind it"));
        }

        return interfaces.Count > 0 ? interfaces : [(null, null)];
    }

    // 127.0.0.1.587, ::1.587, [::1]:587
    private static (string Address, int? Port) Split(string item)
    {
        if (item.StartsWith('[') && item.IndexOf(']', StringComparison.Ordinal) is > 0 and var close)
            return (item[1..close], close + 1 < item.Length && item[close + 1] is ':' or '.' ? Port(item[(close + 2)..]) : null);
        var isV6 = item.Contains(':', StringComparison.Ordinal);
        var dot = item.LastIndexOf('.');
        if (dot > 0 && (isV6 ? !EximAddress.TryParse(item, out _) : item.AsSpan().Count('.') == 4)) return (item[..dot], Port(item[(dot + 1)..]));
        return (item, null);
    }
}
