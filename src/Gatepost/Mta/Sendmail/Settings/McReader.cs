using System.Collections.Immutable;
using Gatepost.Mta.Sendmail.M4;
using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Settings;

/// <summary>Reads a sendmail.mc: runs its m4 with Sendmail's macros, and turns what comes out into settings.</summary>
internal sealed class McReader
{
    private static readonly string[] s_debianOptional = ["dialup.m4", "provider.m4"];

    private readonly SendmailSettings _settings;
    private readonly IConfigFiles _files;
    private readonly M4Machine _machine;
    private readonly McMacros _macros;

    private McReader(SendmailSettings settings, IConfigFiles files)
    {
        (_settings, _files) = (settings, files);
        _machine = new M4Machine(Open);
        M4Builtins.AddTo(_machine);
        _macros = new McMacros(settings, files);
        _macros.AddTo(_machine);
    }

    /// <summary>Reads the file into settings.</summary>
    public static void Read(SendmailSettings settings, IConfigFiles files, ConfigFile file)
    {
        var reader = new McReader(settings, files);
        reader._machine.Comment = (file.Text ?? "").Contains("m4/cf.m4", StringComparison.Ordinal) ? "#" : "";
        reader._machine.Run(file);
        if (reader._machine.IsExhausted)
        {
            settings.Report(reader._machine.Here, ConfigProblemKind.BadValue, "the macros expand without end; the rest of the file was not read");
            settings.Cover(reader._machine.Here, "the rest of the file", Coverage.NotModelled);
        }

        reader.Finish();
    }

    private ConfigFile? Open(string path, Origin from)
    {
        if (path.EndsWith("m4/cf.m4", StringComparison.Ordinal))
        {
            _machine.Comment = "";
            return null;
        }

        var file = _files.Read(path);
        if (file.Text is not null) return file;
        if (file.State == ConfigFileState.Missing && s_debianOptional.Contains(path.Split('/')[^1]) && path.Contains("/m4/", StringComparison.Ordinal))
        {
            _settings.Cover(from, $"include(`{path}')", Coverage.Conditional, "taken as empty, as Debian installs it");
            return null;
        }

        _settings.Report(from, file.State == ConfigFileState.Outside ? ConfigProblemKind.NotAtHand : ConfigProblemKind.MissingFile, $"{path} cannot be read; what it says is not known", $"name a folder that holds {path}");
        _settings.Cover(from, $"include(`{path}')", Coverage.NotModelled, "the file is not here");
        return null;
    }

    // What m4's head and proto.m4 put into the class lines and options, in the order of sendmail.cf.
    private void Finish()
    {
        var classFiles = new ClassFiles(_files);
        var cf = new CfLines(_settings, classFiles);
        McDefinitions.Read(_settings, _machine);
        if (_settings.Has("use_cw_file")) classFiles.Read(_settings, "w", _machine.Text("confCW_FILE") ?? "/etc/mail/local-host-names", _settings.FeatureOrigin("use_cw_file"));
        if (_machine.Find("confCR_FILE") is { Text: { } relay } at) classFiles.Read(_settings, "R", relay, at.Origin);
        cf.Read("Cwlocalhost", Origin.Default);
        foreach (var line in _macros.ClassLines) cf.Read(line.Text, line.Origin);
        if (_macros.HasVirtualHosts) cf.Read("CR$={VirtHost}", _macros.ClassLines.First(static l => l.Text.Contains("VirtHost", StringComparison.Ordinal)).Origin);
        foreach (var line in _machine.Output.Lines.Where(static l => l.Diversion == 6)) ReadLine(cf, line, "");
        foreach (var section in _machine.Output.Lines.Where(static l => l.Diversion != 6).GroupBy(static l => l.Diversion))
        {
            cf.LeaveRuleset();
            foreach (var line in section) ReadLine(cf, line, McMacros.SectionName(section.Key));
        }
    }

    private void ReadLine(CfLines cf, M4Line line, string section)
    {
        if (cf.Read(line.Text, line.Origin) && !LooksLikeCall(line.Text)) return;
        if (line.Text.StartsWith('R')) LocalRule(cf.Ruleset, section, line);
        else Unknown(line);
    }

    private static bool LooksLikeCall(string text) => text.IndexOf('(', StringComparison.Ordinal) is > 2 and var at && text.AsSpan(0, at).IndexOfAnyExceptInRange('A', 'Z') < 0;

    private void LocalRule(string ruleset, string section, M4Line line)
    {
        if (ruleset.Length > 0 && !HookNames.Decides(ruleset))
        {
            _settings.Cover(line.Origin, line.Text, Coverage.Irrelevant, $"ruleset {ruleset} is not asked about recipients");
            return;
        }

        _settings.Cover(line.Origin, line.Text, Coverage.NotModelled, ruleset.Length > 0 ? $"a rule of one's own in {ruleset}" : $"a rule of one's own in {section}");
    }

    private void Unknown(M4Line line)
    {
        var name = new string([.. line.Text.TakeWhile(static c => char.IsAsciiLetterOrDigit(c) || c == '_')]);
        var nearest = SendmailNames.Nearest(name, McMacros.Names);
        _settings.Report(line.Origin, ConfigProblemKind.UnknownName, $"{(name.Length > 0 ? name : line.Text)} is no macro that Sendmail knows; the line lands in sendmail.cf as it is",
            nearest is null ? null : $"write {nearest}");
        _settings.Cover(line.Origin, line.Text, Coverage.Unrecognised);
    }
}
