using System.Collections.Immutable;
using System.Globalization;
using Gatepost.Mta.Postfix.Settings;
using Gatepost.Mta.Postfix.Syntax;
using Gatepost.Mta.Postfix.Tables;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix;

/// <summary>Reads a Postfix configuration from whatever the user names.</summary>
public static class PostfixInput
{
    /// <summary>The newest version that is modelled.</summary>
    public const int NewestVersion = 310;

    /// <summary>
    /// Reads a configuration: a directory with main.cf and master.cf, one main.cf (with the master.cf beside it, else a plain one), or the output of <c>postconf</c>, <c>postconf -n</c>,
    /// <c>postconf -M</c> and <c>postconf -P</c>, also one after the other in one text. Null where there is nothing to read at the path.
    /// </summary>
    public static PostfixSource? Read(IConfigFiles files, string path, ReadingOptions options)
    {
        var directory = path.Length > 1 ? path.TrimEnd('/') : path;
        var main = files.Read($"{directory}/main.cf");
        if (main.Text is null)
        {
            main = files.Read(path);
            if (main.Text is null) return null;
            if (path.EndsWith("/master.cf", StringComparison.Ordinal) && files.Read($"{path[..^"master.cf".Length]}main.cf").Text is not null) return Read(files, path[..^"/master.cf".Length], options);
            if (PostconfDump.Looks(main.Text))
            {
                var dump = PostconfDump.Read(main.Text, main.Shown);
                return dump.Main.Entries.IsEmpty ? Alone(dump.Master, main.Shown, files, options) : Make(dump, files, options, "/etc/postfix");
            }

            directory = path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : path.StartsWith('/') ? "/" : "";
        }

        var master = files.Read(directory is "" or "/" ? $"{directory}master.cf" : $"{directory}/master.cf");
        var source = Make((MainFile.Parse(main.Text, main.Shown), MasterFile.Parse(master.Text ?? MasterFile.Default, master.Text is null ? "master.cf" : master.Shown)), files, options, directory);
        if (master.State != ConfigFileState.Outside) return source;
        return source with
        {
            Problems = source.Problems.Add(new ConfigProblem(new Origin("master.cf", 0), ConfigProblemKind.NotAtHand, "master.cf is not among the files at hand; a plain listener at port 25 is taken for all that it has", "put a copy beside main.cf")),
        };
    }

    // What main.cf sets may change everything: nothing is proved or found broken without it.
    private static PostfixSource Alone(MasterFile master, string shown, IConfigFiles files, ReadingOptions options)
    {
        var source = Make((new MainFile([], []), master), files, options, "/etc/postfix");
        var main = new Origin("main.cf", 0);
        return source with
        {
            IsWithoutMain = true,
            Problems = source.Problems.Add(new ConfigProblem(main, ConfigProblemKind.NotAtHand, "main.cf is not among the files at hand; what it sets is not known", $"put a copy beside {shown[(shown.LastIndexOf('/') + 1)..]}")),
            Coverage = source.Coverage.Add(new CoverageLine(main, "main.cf", Coverage.NotModelled, "the file is not at hand")),
        };
    }

    /// <summary>Reads a configuration that is parsed already.</summary>
    public static PostfixSource Make((MainFile Main, MasterFile Master) files, IConfigFiles tables, ReadingOptions options, string directory)
    {
        var (main, master) = files;
        // What postconf prints as a whole tells the version.
        var version = Version(options.Version) ?? Version(main.Find("mail_version")?.Value) ?? NewestVersion;
        var settings = new ServiceSettings(main, null, options, version, directory);
        var services = Services(master, main, settings, options, version, directory);
        var check = new SettingsCheck(main, settings, services);
        return new PostfixSource
        {
            Main = main,
            Master = master,
            Settings = settings,
            Services = services,
            Tables = new OpenedTables(tables, options, settings),
            Problems = [.. main.Problems, .. master.Problems, .. check.Problems()],
            Coverage = [.. check.Coverage()],
        };
    }

    private static ImmutableArray<PostfixService> Services(MasterFile master, MainFile main, ServiceSettings settings, ReadingOptions options, int version, string directory)
    {
        var disabled = PostfixText.Words(settings.Get("master_service_disable").Value, PostfixText.CommaBlanks);
        ImmutableArray<PostfixService> services =
        [
            .. master.Services.Select(s => new PostfixService(s, new ServiceSettings(main, s, options, version, directory)) { IsDisabled = IsDisabled(s, disabled) }),
        ];
        return
        [
            .. services.Select(s => s.Entry.Command != "postscreen" ? s : s with
            {
                Behind = services.FirstOrDefault(b => b.Entry.Type == "pass" && b.Entry.Name == s.Settings.Get("smtpd_service_name").Value),
            }),
        ];
    }

    // The first pattern that fits decides: a type, or name/type, either negated by !.
    private static bool IsDisabled(MasterService service, List<string> patterns)
    {
        foreach (var pattern in patterns)
        {
            var negated = pattern.StartsWith('!');
            var text = pattern.TrimStart('!');
            if (text == service.Type || text == service.ToString() || text == $"{service.Name}.{service.Type}") return !negated;
        }

        return false;
    }

    // 3.7.11 and 3.11-20240101 count as 3.7 and as the newest that is modelled.
    private static int? Version(string? text)
    {
        if (text?.Split('.', '-') is not [var major, var minor, ..]) return null;
        if (!int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var a) || !int.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out var b)) return null;
        return Math.Clamp((a * 100) + Math.Min(b, 99), 210, NewestVersion);
    }
}
