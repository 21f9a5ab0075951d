using Gatepost.Mta.Sendmail.M4;
using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Settings;

/// <summary>Turns what a sendmail.mc defines into options.</summary>
internal static class McDefinitions
{
    private static readonly string[] s_harmlessInternals = ["_USE_ETC_MAIL_", "_USE_DECNET_SYNTAX_", "_USE_AUTH_", "_FFR_MAIL_MACRO", "_FFR_MILTER", "_D_", "_ARG_"];

    /// <summary>Reads every definition.</summary>
    public static void Read(SendmailSettings settings, M4Machine machine)
    {
        foreach (var macro in machine.Defined.OrderBy(static m => m.Origin.Line))
        {
            if (macro.Origin == Origin.Default) continue;
            Read(settings, macro);
        }
    }

    private static void Read(SendmailSettings settings, M4Macro macro)
    {
        var (name, value, origin) = (macro.Name, macro.Text ?? "", macro.Origin);
        var said = $"define(`{name}', `{value}')";
        if (name == "confDOMAIN_NAME")
        {
            settings.Macros["j"] = new SendmailSetting(value, origin);
            settings.Cover(origin, said, Coverage.Understood);
        }
        else if (SendmailNames.Options.TryGetValue(name, out var option))
        {
            settings.Options[option] = new SendmailSetting(value, origin);
            settings.Cover(origin, said, Coverage.Understood);
        }
        else if (name is "confCW_FILE" or "confCR_FILE" or "confCT_FILE" || SendmailNames.Definitions.Contains(name))
        {
            settings.Cover(origin, said, Coverage.Irrelevant);
        }
        else if (name.StartsWith("conf", StringComparison.Ordinal))
        {
            var nearest = SendmailNames.Nearest(name, SendmailNames.Definitions);
            settings.Report(origin, ConfigProblemKind.UnknownName, $"{name} is no name that Sendmail's m4 files look at; the definition has no effect", nearest is null ? null : $"write {nearest}");
            settings.Cover(origin, said, Coverage.Unrecognised);
        }
        else if (name.StartsWith('_') && !s_harmlessInternals.Contains(name))
        {
            settings.Cover(origin, said, Coverage.NotModelled, "an internal name of Sendmail's m4 files");
        }
        else
        {
            settings.Cover(origin, said, Coverage.Irrelevant);
        }
    }
}
