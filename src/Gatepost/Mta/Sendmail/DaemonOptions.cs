using System.Globalization;
using Gatepost.Mta.Sendmail.Settings;
using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail;

/// <summary>One value of DaemonPortOptions: <c>Port=587, Name=MSA, M=Ea</c>.</summary>
/// <param name="Listener">The listener it opens.</param>
/// <param name="Flags">Its modifiers, <c>M=</c>.</param>
internal sealed record DaemonOptions(Listener Listener, string Flags)
{
    /// <summary>The listeners of a configuration: those that it names, or the two that m4 adds where it names none.</summary>
    public static IEnumerable<DaemonOptions> Of(SendmailSettings settings)
    {
        // FEATURE(msp) is for submit.mc, whose program takes mail from the command line.
        if (settings.Has("msp")) return [Read(new SendmailSetting("Name=NoMTA, Addr=127.0.0.1, M=E", settings.FeatureOrigin("msp")))];
        var named = settings.Daemons.Select(static d => Read(d)).ToList();
        if (named.Count == 0) named.Add(Read(new SendmailSetting("Name=MTA", Origin.Default)));
        var addsMsa = settings.Path.EndsWith(".mc", StringComparison.Ordinal) && !settings.Has("no_default_msa");
        if (addsMsa) named.Add(Read(new SendmailSetting("Port=587, Name=MSA, M=E", Origin.Default)));
        return named;
    }

    private static DaemonOptions Read(SendmailSetting setting)
    {
        var (name, port, address, flags, family) = ("", 25, (string?)null, "", "");
        foreach (var part in setting.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0) continue;
            var value = part[(equals + 1)..].Trim();
            switch (char.ToUpperInvariant(part[0]))
            {
                case 'N': name = value; break;
                case 'P': port = Port(value); break;
                case 'A': address = value; break;
                case 'M': flags = value; break;
                case 'F': family = value.ToUpperInvariant(); break;
            }
        }

        if (family is "LOCAL" or "UNIX") (port, address) = (0, address ?? "");
        return new DaemonOptions(new Listener(name.Length > 0 ? name : $"Daemon{setting.Origin.Line}", setting.Origin)
        {
            Port = port > 0 ? port : null,
            Address = address is "0.0.0.0" or "::" ? null : address,
            IsInternal = family is "LOCAL" or "UNIX" || IsLoopback(address),
            IsSubmission = port is 587 or 465,
            OffersLogin = !flags.Contains('A', StringComparison.Ordinal),
            DemandsTls = flags.Contains('s', StringComparison.Ordinal),
        }, flags);
    }

    private static bool IsLoopback(string? address) => address is not null
        && (address.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (System.Net.IPAddress.TryParse(address.Replace("IPv6:", "", StringComparison.OrdinalIgnoreCase), out var ip) && System.Net.IPAddress.IsLoopback(ip)));

    private static int Port(string value) => value.ToLowerInvariant() switch
    {
        "smtp" => 25,
        "submission" => 587,
        "smtps" or "submissions" => 465,
        _ => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0,
    };
}
