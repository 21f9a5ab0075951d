using Gatepost.Mta.Sendmail.M4;
using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Settings;

/// <summary>What a FEATURE does to the settings.</summary>
internal static class FeatureReader
{
    /// <summary>Reads one.</summary>
    public static void Read(SendmailSettings settings, SendmailFeature feature, M4Machine machine)
    {
        var said = $"FEATURE({string.Join(", ", feature.Arguments.Prepend(feature.Name).Select(static a => $"`{a}'"))})";
        if (!SendmailNames.Features.Contains(feature.Name))
        {
            Unknown(settings, feature, said);
            return;
        }

        settings.Cover(feature.Origin, said, SendmailNames.RelevantFeatures.Contains(feature.Name) ? Coverage.Understood
            : SendmailNames.IrrelevantFeatures.Contains(feature.Name) ? Coverage.Irrelevant : Coverage.NotModelled);
        if (feature.Name is "dnsbl" or "enhdnsbl" or "rhsbl") settings.Lists.Add(feature);
        else settings.Features[feature.Name] = feature;
        switch (feature.Name)
        {
            case "access_db": AddMap(settings, "access", feature, machine, "access", " -T<TMPF>"); break;
            case "virtusertable": AddMap(settings, "virtuser", feature, machine, "virtusertable"); break;
            case "mailertable": AddMap(settings, "mailertable", feature, machine, "mailertable"); break;
            case "domaintable": AddMap(settings, "domaintable", feature, machine, "domaintable"); break;
            case "blocklist_recipients" or "relay_mail_from" or "compat_check" when !settings.Has("access_db"):
                settings.Features.Remove(feature.Name);
                settings.Report(feature.Origin, ConfigProblemKind.NoEffect, $"FEATURE(`{feature.Name}') stands before FEATURE(`access_db') or without it, and does nothing",
                    $"write FEATURE(`{feature.Name}') below FEATURE(`access_db')");
                break;
            case "block_bad_helo":
                AddLocal(settings, feature.Origin);
                break;
        }
    }

    private static void AddLocal(SendmailSettings settings, Origin origin)
    {
        foreach (var address in (string[])["127.0.0.1", "IPv6:0:0:0:0:0:0:0:1", "IPv6:::1"])
        {
            settings.Class("R").Add(address, origin);
            settings.Class("w").Add($"[{address}]", origin);
        }
    }

    private static void AddMap(SendmailSettings settings, string map, SendmailFeature feature, M4Machine machine, string file, string flags = "")
    {
        var spec = feature.Argument(0);
        if (spec.Length == 0) spec = $"{machine.Text("DATABASE_MAP_TYPE")}{flags} {machine.Text("MAIL_SETTINGS_DIR")}{file}";
        settings.Maps.TryAdd(map, new SendmailSetting(spec, feature.Origin));
    }

    private static void Unknown(SendmailSettings settings, SendmailFeature feature, string said)
    {
        var nearest = SendmailNames.Nearest(feature.Name, SendmailNames.Features);
        settings.Report(feature.Origin, ConfigProblemKind.UnknownName, $"FEATURE(`{feature.Name}') does not exist; m4 finds no file for it", nearest is null ? null : $"write FEATURE(`{nearest}')");
        settings.Cover(feature.Origin, said, Coverage.Unrecognised);
    }
}
