using System.Collections.Immutable;
using Gatepost.Mta.Postfix.Addresses;
using Gatepost.Mta.Postfix.Matching;
using Gatepost.Mta.Postfix.Policy;
using Gatepost.Mta.Postfix.Restrictions;
using Gatepost.Mta.Postfix.Settings;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix;

/// <summary>Reads a Postfix configuration, 2.10 to 3.10, into a policy for each place where mail comes in.</summary>
public static class PostfixReader
{
    /// <summary>Reads what <see cref="PostfixInput.Read"/> can. Never throws on what it reads.</summary>
    /// <param name="files">The files.</param>
    /// <param name="path">The configuration's directory, its main.cf, or a file with what postconf printed.</param>
    /// <param name="options">What the configuration does not say.</param>
    public static Configuration Read(IConfigFiles files, string path, ReadingOptions options)
    {
        if (PostfixInput.Read(files, path, options) is { } source) return Read(source, files, options);
        var missing = new ConfigProblem(new Origin(path, 0), ConfigProblemKind.MissingFile, $"There is no Postfix configuration at {path}.", "Name the directory with main.cf and master.cf, or a file with the output of postconf -n and postconf -M.");
        return new Configuration { Software = "postfix", Policies = [], Coverage = [], Problems = [missing] };
    }

    /// <summary>Makes the policies of a configuration whose files are read.</summary>
    internal static Configuration Read(PostfixSource source, IConfigFiles files, ReadingOptions options)
    {
        var report = new Report();
        var rewrite = source.Find(source.Settings.Get("rewrite_service_name").Value, "unix")?.Settings ?? source.Settings;
        var lists = new MatchLists(source.Tables, files);
        var own = Own(rewrite, options);
        var rules = AddressRules.Of(rewrite);
        var classes = new AddressClasses(rewrite, lists, own, rules);
        var policies = ImmutableArray.CreateBuilder<RelayPolicy>();
        foreach (var service in source.Services.Where(static s => s.IsListener && !s.IsDisabled))
        {
            if ((service.Entry.Command == "postscreen" ? service.Behind : service) is not { } server)
            {
                report.Problem(service.Entry.Origin, ConfigProblemKind.WillNotRun, $"{service.Entry} hands its sessions to a pass service that master.cf does not have.", "Write smtpd pass - - n - - smtpd.");
                continue;
            }

            var parts = new PostfixParts
            {
                Server = server.Settings,
                Rewrite = rewrite,
                Tables = source.Tables,
                Lists = lists,
                Classes = classes,
                Keys = new MailKeys(server.Settings, AddressClasses.StyleOf(server.Settings, "smtpd_access_maps") == NameStyle.DotParent, classes.IsLocal),
                TransportKeys = classes.TransportKeys,
                Own = own,
                Replies = new Replies(server.Settings),
                Report = report,
                OriginOf = (setting, word) => server.Settings.OriginOf(setting.Name, word) is { Line: > 0 } at ? at : setting.Origin,
                OffersLogin = server.Settings.IsYes("smtpd_sasl_auth_enable"),
            };
            var listener = Listeners.Of(service, server);
            policies.Add(new PolicyMaker(parts).Make(listener));
            new ServerFindings(parts, listener).Find();
        }

        new DomainFindings(classes, report).Find();
        new SettingsCoverage(source, lists, report).Find();
        return new Configuration
        {
            Software = "postfix",
            Version = $"{source.Version / 100}.{source.Version % 100}",
            Policies = policies.ToImmutable(),
            Coverage = SettingsCoverage.Merge(source.Coverage, report.Coverage),
            // What only the defaults lead to is none of the configuration's mistakes where main.cf is not at hand.
            Problems = source.IsWithoutMain ? source.Problems : [.. source.Problems, .. source.Tables.Problems, .. report.Problems],
            Domains = OwnDomains.Of(classes),
        };
    }

    private static OwnAddresses Own(ServiceSettings rewrite, ReadingOptions options)
    {
        var protocols = rewrite.Get("inet_protocols").Value;
        return new OwnAddresses(
            OwnNetworks.Interfaces(options, rewrite.Get("inet_interfaces").Value, protocols).Select(static i => i.Address),
            OwnNetworks.Interfaces(options with { Interfaces = [], Addresses = [] }, rewrite.Get("proxy_interfaces").Value, "all").Select(static i => i.Address));
    }
}
