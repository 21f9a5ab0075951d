using System.Collections.Frozen;
using System.Collections.Immutable;
using Gatepost.Mta.OpenSmtpd.Conditions;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>
/// Works out what becomes of recipients that an action delivers here: aliases lead to users, files and addresses, and addresses are put to the rules again as
/// mail from the machine itself. What is known beforehand is decided beforehand; what hangs on the session (a HELO name, a login) stays a condition.
/// </summary>
internal sealed partial class Expander(SmtpdConfig config, SmtpdHost host, SmtpdNotes notes, IConfigFiles files, RulesAgain rules)
{
    private const int Deepest = 10;
    private const int MostSteps = 20_000;

    private static readonly RuleList s_nothing = new("expansion", [], Origin.Default);

    private readonly Dictionary<string, RuleList> _actions = new(StringComparer.Ordinal);
    private readonly Dictionary<SmtpdTable, AliasTable> _aliases = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, UserTable> _users = new(StringComparer.Ordinal);
    private int _steps;

    /// <summary>The rules for recipients that an action takes.</summary>
    public RuleList Of(SmtpdAction action)
    {
        if (_actions.TryGetValue(action.Name, out var list)) return list;
        var table = action.Virtual ?? action.Alias;
        var made = ImmutableArray.CreateBuilder<Rule>();
        if (table is { Source: not null }) made.Add(Outside(table));
        else if (table is not null) made.Add(Aliases(action, table));
        if (action.Virtual is not null) made.Add(Rule.Of("no alias", Always.Instance, SmtpdReplies.ExpansionFailed, action.Origin));
        else made.AddRange(UserRules(action));
        return _actions[action.Name] = new RuleList($"action {action.Name}", made.ToImmutable(), action.Origin);
    }

    private static Rule Outside(SmtpdTable table)
    {
        var asks = new OutsideTable(SmtpdSubject.Recipient, table.Source!, table.Origin, answers: 2) { MayFail = true };
        return new Rule($"recipient in {table.Name}", asks, [SmtpdReplies.Accept, SmtpdReplies.Unknown(550)], table.Origin) { OnFault = SmtpdReplies.ExpansionFailedForNow };
    }

    // Keys with the same end share an answer.
    private Rule Aliases(SmtpdAction action, SmtpdTable table)
    {
        var verdicts = new List<Verdict>();
        var outcomes = new Dictionary<string, int>(table.Entries.Length, StringComparer.Ordinal);
        foreach (var entry in table.Entries)
        {
            var verdict = Key(action, entry);
            var answer = verdicts.IndexOf(verdict);
            if (answer < 0)
            {
                answer = verdicts.Count;
                verdicts.Add(verdict);
            }

            outcomes[entry.Key] = answer + 1;
        }

        if (verdicts.Count == 0) verdicts.Add(SmtpdReplies.Accept);
        var asks = new AliasOf(Open(table), action.Virtual is not null, config.Delimiter, outcomes.ToFrozenDictionary(StringComparer.Ordinal), verdicts.Count);
        return new Rule($"recipient in {table.Name}", asks, [.. verdicts], table.Origin) { OnFault = SmtpdReplies.ExpansionFailedForNow };
    }

    private Verdict Key(SmtpdAction action, SmtpdEntry entry)
    {
        if (Targets(entry) is not { } targets) return SmtpdReplies.ExpansionFailedForNow;
        var expansion = new Expansion();
        var recipient = new ExpansionNode(new AliasTarget(AliasTargetKind.Address, ""), null, null);
        var parent = action.Virtual is not null ? recipient : Start(expansion, recipient, entry.Key, action);
        foreach (var target in targets) expansion.Add(target, parent, action);
        if (targets.Count == 0) return action.Virtual is not null ? SmtpdReplies.ExpansionFailed : Run(UserOf(expansion, parent, action));
        return Run(expansion);
    }

    // The recipient's own name is a step too, so that aliases do not come back to it.
    private static ExpansionNode Start(Expansion expansion, ExpansionNode recipient, string user, SmtpdAction action)
    {
        expansion.Add(new AliasTarget(AliasTargetKind.User, user), recipient, action);
        expansion.TryNext(out var node);
        return node;
    }

    private static Expansion UserOf(Expansion expansion, ExpansionNode user, SmtpdAction action)
    {
        expansion.Add(user.Target, user, action);
        return expansion;
    }

    private IEnumerable<Rule> UserRules(SmtpdAction action)
    {
        var users = Users(action);
        yield return new Rule("recipient is a user", users.Asks, [Delivered(action), SmtpdReplies.Temporary], action.Origin) { OnFault = SmtpdReplies.Temporary };
        yield return Rule.Of("no such user", Always.Instance, SmtpdReplies.Invalid, action.Origin);
    }

    // A user of an action without a delivery of its own must lead on by a .forward file, which is not read.
    private static Verdict Delivered(SmtpdAction action)
    {
        if (!action.IsForwardOnly && !action.IsExpandOnly) return SmtpdReplies.Accept;
        var forward = new Opaque("~/.forward", "user", 1, action.Origin);
        var without = action.IsForwardOnly ? SmtpdReplies.ExpansionFailedForNow : SmtpdReplies.ExpansionFailed;
        return new Verdict.Enter(new RuleList($"action {action.Name}",
        [
            Rule.Of("the user's .forward leads on", forward, SmtpdReplies.Accept, action.Origin),
            Rule.Of(action.IsForwardOnly ? "forward-only" : "expand-only", Always.Instance, without, action.Origin),
        ], action.Origin));
    }

    private List<AliasTarget>? Targets(SmtpdEntry entry)
    {
        if (AliasTarget.ReadAll(entry.Value ?? "") is not { } written) return null;
        List<AliasTarget> targets = [.. written.Distinct().Order()];
        if (!targets.Any(static t => t.Kind == AliasTargetKind.Include)) return targets;
        var all = new List<AliasTarget>();
        foreach (var target in targets)
        {
            if (target.Kind != AliasTargetKind.Include)
            {
                all.Add(target);
                continue;
            }

            var file = files.Read(target.Text);
            if (file.Text is null) notes.Problem(entry.Origin, ConfigProblemKind.MissingFile, $"{target.Text} cannot be read, and the alias {entry.Key} leads to nothing there", null);
            foreach (var line in (file.Text ?? "").Split('\n'))
                all.AddRange((AliasTarget.ReadAll(line.Split('#')[0]) ?? []).Where(static t => t.Kind != AliasTargetKind.Include));
        }

        return all;
    }

    private AliasTable Open(SmtpdTable table)
    {
        if (!_aliases.TryGetValue(table, out var open)) _aliases[table] = open = new AliasTable(table, config.Delimiter);
        return open;
    }

    private UserTable Users(SmtpdAction action)
    {
        var key = action.Userbase?.Name ?? "";
        if (!_users.TryGetValue(key, out var users)) _users[key] = users = new UserTable(action.Userbase, host, config.Delimiter);
        return users;
    }
}
