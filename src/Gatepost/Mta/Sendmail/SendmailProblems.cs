using Gatepost.Mta.Sendmail.Rules;
using Gatepost.Mta.Sendmail.Tables;
using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail;

/// <summary>What is wrong in a configuration beyond single lines.</summary>
internal static class SendmailProblems
{
    /// <summary>Reports it.</summary>
    public static void Report(PolicyParts parts)
    {
        var settings = parts.Settings;
        Feature("promiscuous_relay", "every client may send to every domain: an open relay", "delete the line; name the clients that may relay in access");
        Feature("relay_local_from", "whoever writes an own domain into MAIL FROM may send anywhere", "delete the line; let users log in (TRUST_AUTH_MECH)");
        Feature("relay_mail_from", "whoever writes a listed sender into MAIL FROM may send anywhere", "delete the line; let users log in (TRUST_AUTH_MECH)");
        Feature("relay_based_on_MX", "whoever points an MX record here is relayed to", "name the domains in relay-domains");
        Feature("loose_relay_check", "u%victim@relayed.domain is passed on as it is, to be routed there", "delete the line");
        if (settings.Class("TrustAuthMech").IsEmpty && DaemonOptions.Of(settings).Any(static d => d.Flags.Contains('a', StringComparison.Ordinal)))
            settings.Report(DaemonOptions.Of(settings).First(static d => d.Flags.Contains('a', StringComparison.Ordinal)).Listener.Origin, ConfigProblemKind.Risky,
                "users must log in here, but no mechanism is trusted to relay: after a login they get 550 5.7.1 Relaying denied", "add TRUST_AUTH_MECH(`PLAIN LOGIN')");
        if (settings.Option("DeliveryMode") is { Value: ['d' or 'D', ..] } mode)
            settings.Report(mode.Origin, ConfigProblemKind.Risky, "with delivery mode deferred no check is made: every client may send to every domain", "write background");
        foreach (var entry in parts.Access?.Map.Entries ?? []) Check(parts, entry);
        foreach (var (name, origin) in parts.Relayed.Members) CheckNetwork(parts, name, name, origin, "");

        void Feature(string name, string what, string write)
        {
            if (settings.Has(name)) settings.Report(settings.FeatureOrigin(name), ConfigProblemKind.Risky, $"FEATURE(`{name}'): {what}", write);
        }
    }

    private static void Check(PolicyParts parts, MapValue entry)
    {
        var connect = Marks.KeyOf(entry.Key, "connect", withPlain: false);
        var key = connect ?? Marks.KeyOf(entry.Key, "to", withPlain: false) ?? entry.Key.ToLowerInvariant();
        CheckNetwork(parts, entry.Key, key, entry.Origin, connect is null ? "" : "Connect:");
        if (!entry.IsRelay || key.Contains('.', StringComparison.Ordinal) || key.Contains('@', StringComparison.Ordinal) || key.Contains(':', StringComparison.Ordinal)) return;
        if (parts.Local.Find(key) is not null) return;
        if (ClientText.Network(key) is { } network)
            parts.Settings.Report(entry.Origin, ConfigProblemKind.Risky, $"{entry.Key} lets {network} relay, a network of {(network.PrefixLength == 8 ? "16 million" : "all")} addresses", "name the networks that are yours");
        else
            parts.Settings.Report(entry.Origin, ConfigProblemKind.Risky,
                connect is not null ? $"every client whose name ends in .{key} may relay" : $"mail for every domain that ends in .{key} is relayed", "name the domains that are yours");
    }

    private static void CheckNetwork(PolicyParts parts, string written, string key, Origin origin, string tag)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && ClientText.Network(key[..slash]) is { } network)
        {
            var bits = int.TryParse(key.AsSpan(slash + 1), out var b) && b is >= 8 and <= 32 ? b / 8 * 8 : network.PrefixLength;
            var part = string.Join('.', key[..slash].Split('.').Take(Math.Max(1, bits / 8)));
            parts.Settings.Report(origin, ConfigProblemKind.NoEffect, $"{written}: Sendmail knows no prefix lengths; no client matches this", $"write {tag}{part}");
        }
        else if (key.StartsWith("ipv6:", StringComparison.Ordinal) && ClientText.Network(key) is null)
        {
            parts.Settings.Report(origin, ConfigProblemKind.NoEffect, $"{written}: Sendmail compares IPv6 addresses group by group, written in full; no client matches this",
                "write the groups without leading zeros and without ::");
        }
    }
}
