using System.Collections.Immutable;
using Gatepost.Mta.Sendmail.Addresses;
using Gatepost.Mta.Sendmail.Rules;
using Gatepost.Mta.Sendmail.Settings;
using Gatepost.Mta.Sendmail.Tables;
using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail;

/// <summary>
/// Reads a Sendmail configuration, 8.14 to 8.18: a sendmail.mc, or the sendmail.cf that m4 made of one, with the files they name. Tables are read from the text
/// that makemap was given. Domains are taken to have no CNAME in DNS.
/// </summary>
public static class SendmailReader
{
    /// <summary>Reads the configuration at a path. Never throws on its content.</summary>
    public static Configuration Read(IConfigFiles files, string path, ReadingOptions options)
    {
        var file = files.Read(path);
        var settings = new SendmailSettings(path);
        if (file.Text is null) settings.Report(new Origin(file.Shown, 0), ConfigProblemKind.MissingFile, $"{file.Shown} cannot be read", null);
        else if (path.EndsWith(".cf", StringComparison.Ordinal)) CfReader.Read(settings, files, file);
        else McReader.Read(settings, files, file);
        if (file.Text is null) settings.Cover(new Origin(file.Shown, 0), file.Shown, Coverage.NotModelled, "the file cannot be read");
        return Build(settings, files, options);
    }

    private static Configuration Build(SendmailSettings settings, IConfigFiles files, ReadingOptions options)
    {
        var maps = new MapFiles(settings, files);
        var accessMap = maps.Open("access", out var isAccessBroken);
        var feature = settings.Features.GetValueOrDefault("access_db");
        var access = accessMap is null ? null : new AccessTable(accessMap, feature?.Says("skip") ?? false,
            settings.Has("lookupdotdomain") || (feature?.Says("lookupdotdomain") ?? false));
        var addresses = OwnNames.Addresses(settings, options, access, maps.Open("domaintable", out _));
        var parts = new PolicyParts(settings, addresses, new Canonifier(addresses), isAccessBroken);
        var delivery = new LocalDelivery(parts, maps.Open("virtuser", out _), maps.Open("mailertable", out _), LocalUsers.Read(settings, files, options));
        var builder = new PolicyBuilder(parts, new SendmailAddressing(parts.Canonifier, delivery, addresses.IsLoose), delivery);
        SendmailProblems.Report(parts);
        return new Configuration
        {
            Software = "sendmail",
            Version = options.Version ?? "8.18",
            Policies = [.. DaemonOptions.Of(settings).Select(d => builder.Build(d.Listener, d.Flags))],
            Coverage = [.. settings.Coverage],
            Problems = [.. settings.Problems],
            Domains = [.. OwnNames.Domains(parts)],
        };
    }
}
