using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Settings;

/// <summary>Reads a sendmail.cf that m4 made.</summary>
internal static class CfReader
{
    /// <summary>Reads the file into settings.</summary>
    public static void Read(SendmailSettings settings, IConfigFiles files, ConfigFile file)
    {
        var cf = new CfLines(settings, new ClassFiles(files));
        var number = 0;
        foreach (var line in (file.Text ?? "").Split('\n'))
        {
            number++;
            var origin = new Origin(file.Shown, number);
            if (cf.Read(line.TrimEnd('\r'), origin) || !HookNames.Decides(cf.Ruleset)) continue;
            settings.Cover(origin, line, Coverage.NotModelled);
        }
    }
}
