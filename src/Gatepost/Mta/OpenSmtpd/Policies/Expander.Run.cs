using System.Collections.Immutable;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Mta.OpenSmtpd.Tables;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>The expansion itself: steps in order, the first failure ends it, and there must be a delivery in the end.</summary>
internal sealed partial class Expander
{
    private Verdict Run(Expansion expansion)
    {
        while (expansion.TryNext(out var node))
        {
            if (++_steps > MostSteps) return TooMany();
            if (node.Depth >= Deepest) return SmtpdReplies.ExpansionFailed;
            var verdict = node.Target.Kind switch
            {
                AliasTargetKind.Address => Address(expansion, node),
                AliasTargetKind.User => User(expansion, node),
                _ => Other(expansion, node),
            };
            if (verdict is not null) return verdict;
        }

        return expansion.Deliveries > 0 ? SmtpdReplies.Accept : SmtpdReplies.ExpansionFailed;
    }

    private static Verdict? Other(Expansion expansion, ExpansionNode node)
    {
        if (node.Action is { IsForwardOnly: true }) return SmtpdReplies.Temporary;
        if (node.Target.Kind == AliasTargetKind.Error) return SmtpdReplies.Error(node.Target.Text);
        expansion.Deliveries++;
        return null;
    }

    // The rules are asked again; those that look at the session branch.
    private Verdict? Address(Expansion expansion, ExpansionNode node)
    {
        var made = ImmutableArray.CreateBuilder<Rule>();
        foreach (var (rule, condition) in rules.For(node.Target.Text))
        {
            if (condition is null && made.Count == 0) return Taken(expansion, node, rule.Action);
            var way = condition is null ? expansion : expansion.Copy();
            var verdict = Taken(way, node, rule.Action) ?? Run(way);
            made.Add(new Rule(rule.Text, condition ?? Always.Instance, [verdict], rule.Origin) { OnFault = SmtpdReplies.Temporary });
            if (condition is null) return Enter(node, made);
        }

        if (made.Count == 0) return SmtpdReplies.Invalid;
        made.Add(Rule.Of("no rule matched", Always.Instance, SmtpdReplies.Invalid, Origin.Default));
        return Enter(node, made);
    }

    // Null where the expansion goes on.
    private Verdict? Taken(Expansion expansion, ExpansionNode node, SmtpdAction? action)
    {
        if (action is null) return SmtpdReplies.Invalid;
        if (action.IsRelay)
        {
            expansion.Deliveries++;
            return null;
        }

        var (user, domain) = MailKeys.Split(node.Target.Text);
        if (action.Virtual is not { } table)
        {
            expansion.Add(new AliasTarget(AliasTargetKind.User, AsciiText.Lower(user)), node, action);
            return null;
        }

        if (table.Source is not null) return OutsideAlias(table, node.Target.Text, null);
        if (Open(table).Find(user, domain) is not { } entry) return SmtpdReplies.ExpansionFailed;
        return AddAll(expansion, node, action, entry) ? null : SmtpdReplies.ExpansionFailedForNow;
    }

    private Verdict? User(Expansion expansion, ExpansionNode node)
    {
        var action = node.Action!;
        if (!node.IsSameUser && (action.Alias ?? action.Virtual) is { } table)
        {
            if (table.Source is not null) return OutsideAlias(table, node.Target.Text, () => Mailbox(expansion.Copy(), node, action));
            var entry = action.Virtual is not null ? Open(table).Find(node.Target.Text, "") : Open(table).Find(node.Target.Text);
            if (entry is not null)
            {
                if (Targets(entry) is not { } targets) return SmtpdReplies.ExpansionFailedForNow;
                foreach (var target in targets) expansion.Add(target, node, action);
                if (targets.Count > 0) return null;
            }
        }

        return Delivers(expansion, node, action);
    }

    private Verdict Mailbox(Expansion expansion, ExpansionNode node, SmtpdAction action) => Delivers(expansion, node, action) ?? Run(expansion);

    private Verdict? Delivers(Expansion expansion, ExpansionNode node, SmtpdAction action)
    {
        var found = Users(action).Find(node.Target.Text, out var outside);
        if (found is { IsFault: true }) return SmtpdReplies.Temporary;
        if (found is { IsYes: false }) return SmtpdReplies.Invalid;
        var forward = Delivered(action);
        if (found is null || !ReferenceEquals(forward, SmtpdReplies.Accept))
        {
            expansion.Deliveries++;
            var then = ReferenceEquals(forward, SmtpdReplies.Accept) ? Run(expansion) : forward;
            return found is not null ? then : new Verdict.Enter(new RuleList($"user {node.Target.Text}",
            [
                new Rule($"user {node.Target.Text}", outside, [then], action.Origin) { OnFault = SmtpdReplies.Temporary },
                Rule.Of("no such user", Always.Instance, SmtpdReplies.Invalid, action.Origin),
            ], action.Origin));
        }

        expansion.Deliveries++;
        return null;
    }

    private bool AddAll(Expansion expansion, ExpansionNode node, SmtpdAction action, SmtpdEntry entry)
    {
        if (Targets(entry) is not { } targets) return false;
        foreach (var target in targets) expansion.Add(target, node, action);
        return true;
    }

    // An alias that only the outside knows may lead anywhere, or nowhere.
    private static Verdict.Enter OutsideAlias(SmtpdTable table, string name, Func<Verdict>? without) => new(new RuleList($"{name} in {table.Name}",
    [
        new Rule($"{name} in {table.Name}", new Opaque(table.Source!, name, 2, table.Origin) { MayFail = true }, [SmtpdReplies.Accept, SmtpdReplies.Unknown(550)], table.Origin)
        {
            OnFault = SmtpdReplies.ExpansionFailedForNow,
        },
        Rule.Of("no alias", Always.Instance, without?.Invoke() ?? SmtpdReplies.ExpansionFailed, table.Origin),
    ], table.Origin));

    private static Verdict.Enter Enter(ExpansionNode node, ImmutableArray<Rule>.Builder rules) => new(new RuleList($"rules for {node.Target.Text}", rules.ToImmutable(), Origin.Default));

    private Verdict.Enter TooMany()
    {
        notes.Cover(Origin.Default, "aliases", Coverage.NotModelled, "too many steps");
        return new Verdict.Enter(s_nothing with { Rules = [new Rule("aliases", new Opaque("aliases", "recipient", 1, Origin.Default), [SmtpdReplies.Accept], Origin.Default), Rule.Of("aliases", Always.Instance, SmtpdReplies.Unknown(550), Origin.Default)] });
    }
}
