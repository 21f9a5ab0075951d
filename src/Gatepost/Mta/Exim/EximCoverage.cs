using Gatepost.Mta.Exim.Source;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim;

/// <summary>Says of every line how far it was understood.</summary>
internal static class EximCoverage
{
    private static readonly string[] s_after = ["acl_smtp_data", "acl_smtp_data_prdr", "acl_smtp_mime", "acl_smtp_dkim", "acl_smtp_predata"];
    private static readonly string[] s_login = ["acl_smtp_auth", "acl_smtp_starttls", "acl_smtp_mailauth"];

    public static void Cover(EximSections sections, EximFindings findings)
    {
        foreach (var option in sections.Options) Option(option, findings);
        foreach (var line in sections.Unknown) Unknown(line, findings);
        foreach (var list in sections.Lists.Values)
            findings.Cover(list.Origin, $"{list.Kind.ToString().ToLowerInvariant()}list {list.Name} = {list.Value}", Coverage.Understood);
        foreach (var router in sections.Routers)
            findings.Cover(router.Origin, $"{router.Name}: {router.Driver}", Coverage.Understood, "for the classes of domains");
        foreach (var transport in sections.Transports)
            findings.Cover(transport.Origin, $"{transport.Name}: {transport.Driver}", Coverage.Irrelevant, "it delivers what was accepted");
        foreach (var authenticator in sections.Authenticators)
            findings.Cover(authenticator.Origin, $"{authenticator.Name}: {authenticator.Driver}", Coverage.Understood, "whose logins it takes is not looked at");
        foreach (var rule in sections.Rewriting)
            if (RewritesCommands(rule.Text)) findings.Cover(rule.Origin, rule.Text, Coverage.NotModelled, "it rewrites addresses before they are looked at");
            else findings.Cover(rule.Origin, rule.Text, Coverage.Irrelevant, "it rewrites what was accepted");
    }

    private static void Option(EximSetting option, EximFindings findings)
    {
        var setting = $"{option.Name} = {option.Value}";
        if (EximOptions.IsModelled(option.Name)) findings.Cover(option.Origin, setting, Coverage.Understood);
        else if (EximOptions.IsNotModelled(option.Name))
            findings.Cover(option.Origin, setting, option.Value is "" or "false" ? Coverage.Irrelevant : Coverage.NotModelled);
        else if (s_after.Contains(option.Name)) findings.Cover(option.Origin, setting, Coverage.Irrelevant, "asked after recipients are accepted; it can only refuse more");
        else if (s_login.Contains(option.Name)) findings.Cover(option.Origin, setting, Coverage.Irrelevant, "it can only refuse more");
        else if (EximOptions.IsKnown(option.Name)) findings.Cover(option.Origin, setting, Coverage.Irrelevant);
        else
        {
            findings.Cover(option.Origin, setting, Coverage.Unrecognised);
            var nearest = Nearest.To(option.Name, EximOptions.Names);
            findings.Add(new ConfigProblem(option.Origin, ConfigProblemKind.UnknownName, $"there is no main option {option.Name}; Exim does not start", nearest is null ? null : $"Perhaps you meant {nearest}"));
        }
    }

    private static void Unknown(EximLine line, EximFindings findings)
    {
        findings.Cover(line.Origin, line.Text, Coverage.Unrecognised);
        findings.Add(new ConfigProblem(line.Origin, ConfigProblemKind.Syntax, $"\"{Shorten.To(line.Text)}\" is nothing that Exim knows; it does not start", "Write name = value"));
    }

    // The flag S stands last, among others.
    private static bool RewritesCommands(string rule)
    {
        var words = rule.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 2 && words[^1].Contains('S', StringComparison.Ordinal) && words[^1].All(static c => "bcEFfhqQrRsStTwW".Contains(c, StringComparison.Ordinal));
    }
}
