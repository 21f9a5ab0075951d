using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Settings;

/// <summary>
/// Reads a sendmail.cf that m4 made. Classes, maps, macros, options and mailers say what they are; features are known by rules that only they make. The rules
/// themselves are not compared one by one, so that a hand-made change would go unseen: they stand in the way of a proof, for which the sendmail.mc is needed.
/// </summary>
internal static class CfReader
{
    private static readonly (string Ruleset, string Rule, string Feature, string Argument)[] s_marks =
    [
        ("D", "R<SKIP>", "access_db", "skip"), ("D", ":.$2 $: ? $)", "access_db", "lookupdotdomain"), ("Rcpt_ok", "<D:$2> <F:$1@>", "access_db", "relaytofulladdress"),
        ("Rcpt_ok", "SearchList <+ To> $| <$2>", "blocklist_recipients", ""), ("Rcpt_ok", "$+ < @ $=R >", "relay_hosts_only", ""), ("ParseRecipient", "< @ $=R >", "relay_hosts_only", ""), ("Rcpt_ok", "$* $=m >", "relay_entire_domain", ""),
        ("Rcpt_ok", "$>CanonAddr $1", "loose_relay_check", ""), ("Rcpt_ok", "BANG_PATH", "nouucp", "reject"), ("Rcpt_ok", "PERCENT_HACK", "nopercenthack", "reject"),
        ("Relay_ok", "R<?> $+ < @ $=w >", "relay_local_from", ""), ("Relay_ok", "SearchList <! From>", "relay_mail_from", ""), ("Relay_ok", "<F:$1@$2> <D:$2>", "relay_mail_from", "domain"),
        ("Relay_ok", "<F:$1@$2> <E:$2>", "relay_mail_from", "domain"), ("checkrcpt", "", "delay_checks", ""), ("check_rcpt", "SPAMFRIEND", "delay_checks", "friend"),
        ("check_rcpt", "NOSPAMHATER", "delay_checks", "hater"), ("", "Fix reverse DNS", "require_rdns", ""), ("", "bogus HELO name", "block_bad_helo", ""),
        ("", "$&{client_ptr}", "use_client_ptr", ""), ("Parse1", "$* $={VirtHost} . >", "virtuser_entire_domain", ""), ("Parse1", "$+ < @ $=w . >\t\t$: < $H >", "stickyhost", ""),
    ];

    /// <summary>Reads the file into settings.</summary>
    public static void Read(SendmailSettings settings, IConfigFiles files, ConfigFile file)
    {
        var cf = new CfLines(settings, new ClassFiles(files));
        var rulesets = new HashSet<string>(StringComparer.Ordinal);
        var rules = new List<(string Ruleset, string Text, Origin Origin)>();
        var number = 0;
        foreach (var line in (file.Text ?? "").Split('\n'))
        {
            number++;
            var origin = new Origin(file.Shown, number);
            if (!cf.Read(line.TrimEnd('\r'), origin)) rules.Add((cf.Ruleset, line.TrimEnd('\r'), origin));
            else if (line.StartsWith('S')) rulesets.Add(cf.Ruleset);
        }

        foreach (var (ruleset, text, feature, argument) in s_marks)
            if (rules.FirstOrDefault(r => (ruleset.Length == 0 || r.Ruleset == ruleset) && r.Text.Contains(text, StringComparison.Ordinal)) is { Origin: { } at }) Add(settings, feature, at, argument);
        AddMapped(settings);
        AddAbsent(settings, rules, rulesets, file);
        AddMessages(settings, rules);
        if (rules.FirstOrDefault(static r => HookNames.Decides(r.Ruleset)) is { Origin: { } first })
            settings.Cover(first, $"{rules.Count(static r => HookNames.Decides(r.Ruleset))} rules", Coverage.NotModelled, "rules are known by what m4 makes of features, and not compared one by one: read the sendmail.mc");
    }

    private static void Add(SendmailSettings settings, string feature, Origin origin, params ReadOnlySpan<string> arguments)
    {
        var before = settings.Features.TryGetValue(feature, out var known) ? known : new SendmailFeature(feature, [], origin);
        settings.Features[feature] = before with { Arguments = [.. before.Arguments, .. arguments.ToArray().Where(static a => a.Length > 0)] };
    }

    private static void AddMapped(SendmailSettings settings)
    {
        foreach (var (map, feature) in (ReadOnlySpan<(string, string)>)
            [("access", "access_db"), ("virtuser", "virtusertable"), ("mailertable", "mailertable"), ("domaintable", "domaintable"), ("mxserved", "relay_based_on_MX")])
            if (settings.Maps.TryGetValue(map, out var at)) Add(settings, feature, at.Origin);
        // The second argument of delay_checks is missing where {SpamTag} is there.
        if (settings.Features.TryGetValue("delay_checks", out var delay) && settings.Class("SpamTag").IsEmpty)
            settings.Features["delay_checks"] = delay with { Arguments = [delay.Argument(0), "n"] };
    }

    private static void AddAbsent(SendmailSettings settings, List<(string Ruleset, string Text, Origin Origin)> rules, HashSet<string> rulesets, ConfigFile file)
    {
        var top = new Origin(file.Shown, 0);
        var routing = settings.Class("O");
        if (routing.Find("!") is null) Add(settings, "nouucp", top, settings.Has("nouucp") ? "" : "nospecial");
        if (routing.Find("%") is null) Add(settings, "nopercenthack", top, settings.Has("nopercenthack") ? "" : "nospecial");
        if (!settings.Maps.ContainsKey("resolve")) Add(settings, "accept_unresolvable_domains", top);
        if (!rules.Exists(static r => r.Text.Contains("Domain name required for sender", StringComparison.Ordinal))) Add(settings, "accept_unqualified_senders", top);
        if (rulesets.Contains("Rcpt_ok") && !rulesets.Contains("Relay_ok")) Add(settings, "promiscuous_relay", top);
        for (var i = 0; i < rules.Count; i++)
            if (Between(rules[i].Text, "$(dnsbl $4.$3.$2.$1.", ". $: OK") is { } server) settings.Lists.Add(List("dnsbl", server, rules, i));
            else if (Between(rules[i].Text, "$(ednsbl $4.$3.$2.$1.", ". $: OK") is { } enhanced) settings.Lists.Add(List("enhdnsbl", enhanced, rules, i));
        foreach (var (macro, option) in (ReadOnlySpan<(string, string)>)[("L", "LocalUserRelay"), ("H", "MailHub"), ("R", "LocalRelay")])
            if (settings.Macros.TryGetValue(macro, out var value) && value.Value.Length > 0) settings.Options[option] = value;
    }

    // The rules after the lookup say what a listed client is told, and whether a failed lookup is one.
    private static SendmailFeature List(string name, string server, List<(string Ruleset, string Text, Origin Origin)> rules, int at)
    {
        const string Error = "$#error $@ 5.7.1 $: ";
        var after = rules.Skip(at + 1).TakeWhile(static r => !r.Text.StartsWith("R$*", StringComparison.Ordinal)).Take(8).Select(static r => r.Text).ToList();
        var listed = after.Find(static t => !t.Contains("<TMP>", StringComparison.Ordinal) && !t.Contains("OKSOFAR", StringComparison.Ordinal)) ?? "";
        var message = listed.Contains("$#discard", StringComparison.Ordinal) ? "discard" : listed.Contains("quarantine", StringComparison.Ordinal) ? "quarantine"
            : listed.IndexOf(Error, StringComparison.Ordinal) is >= 0 and var start ? listed[(start + Error.Length)..] : "";
        if (message == $"\"550 Rejected: \" $&{{client_addr}} \" listed at {server}\"") message = "";
        return new SendmailFeature(name, [server, message, after.Exists(static t => t.Contains("<TMP>\t\t$#error", StringComparison.Ordinal)) ? "t" : ""], rules[at].Origin);
    }

    private static void AddMessages(SendmailSettings settings, List<(string Ruleset, string Text, Origin Origin)> rules)
    {
        foreach (var (ruleset, start, option) in (ReadOnlySpan<(string, string, string)>)
            [("Basic_check_rcpt", "R$*\t\t\t$#error $@ 5.7.1 $: ", "RelayMessage"), ("Rcpt_ok", "R<REJECT> $*\t\t$#error $@ 5.2.1 $: ", "RecipientRejectMessage"),
                ("Basic_check_relay", "R<REJECT> <$*>\t\t$#error $: ", "RejectMessage")])
            if (rules.LastOrDefault(r => r.Ruleset == ruleset && r.Text.StartsWith(start, StringComparison.Ordinal)) is { Origin: { } at, Text: var text })
                settings.Options[option] = new SendmailSetting(text[start.Length..].Split('\t')[0], at);
    }

    private static string? Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        if (start < 0) return null;
        start += before.Length;
        var end = text.IndexOf(after, start, StringComparison.Ordinal);
        return end < 0 ? null : text[start..end];
    }
}
