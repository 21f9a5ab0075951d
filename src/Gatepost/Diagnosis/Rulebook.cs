using Gatepost.Diagnoses.Text;
using Gatepost.Evidence;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Diagnoses;

/// <summary>
/// All rules in their order, and the one way from a refusal to its diagnosis. Immutable and thread-safe: the same refusal
/// and facts always give the same diagnosis. Needs neither network nor clock.
/// </summary>
public sealed class Rulebook
{
    [ThreadStatic]
    private static PhraseHits? t_hits;

    [ThreadStatic]
    private static (Rulebook Book, WordsMemo Memo)? t_memo;

    private readonly Dictionary<string, Cause> _causes = new(StringComparer.Ordinal);

    internal Rulebook(IReadOnlyList<ReasonRule> reasons, IReadOnlyList<CauseRule> causes)
    {
        (ReasonRules, CauseRules) = (reasons, causes);
        var phrases = new List<(int, string)>();
        var groups = 0;
        foreach (var rule in reasons.Concat<Rule>(causes))
        {
            rule.Group = groups;
            foreach (var phrase in rule.Says) phrases.Add((groups, phrase));
            foreach (var phrase in rule.Unless) phrases.Add((groups + 1, phrase));
            groups += 2;
        }

        Phrases = new PhraseSet(phrases, groups);
        foreach (var rule in reasons.Concat<Rule>(causes)) _causes.TryAdd(rule.Cause.Id, rule.Cause);
    }

    /// <summary>The rules that come with the program.</summary>
    public static Rulebook Default { get; } = new(Gatepost.Diagnoses.Rules.ReasonRules.All, Gatepost.Diagnoses.Rules.CauseRules.All);

    /// <summary>The rules that find the reason, in the order in which they are asked.</summary>
    public IReadOnlyList<ReasonRule> ReasonRules { get; }

    /// <summary>The rules that find the cause of a relay denial or its like.</summary>
    public IReadOnlyList<CauseRule> CauseRules { get; }

    /// <summary>All rules with their causes, ordered by the causes' ids.</summary>
    public IEnumerable<Rule> Rules =>
        CauseRules.Concat<Rule>(ReasonRules).OrderBy(static r => r.Cause.Id, StringComparer.Ordinal);

    /// <summary>All causes, ordered by id, each once.</summary>
    public IEnumerable<Cause> Causes => Rules.Select(static r => r.Cause).DistinctBy(static c => c.Id);

    internal PhraseSet Phrases { get; }

    /// <summary>The cause with an id; null where no rule has it.</summary>
    public Cause? CauseOf(string id) => _causes.GetValueOrDefault(id);

    internal Case CaseOf(Refusal refusal, IReadOnlyList<Fact>? facts = null) =>
        new(this, refusal, facts ?? [], t_hits is { } hits && hits.Groups == Phrases.Groups ? hits : t_hits = new PhraseHits(Phrases.Groups));

    /// <summary>Says why a message was refused, whose job it is, and how to mend it.</summary>
    /// <param name="refusal">What was refused.</param>
    /// <param name="facts">What has been gathered about it from elsewhere; none where left out.</param>
    public Diagnosis Diagnose(Refusal refusal, IReadOnlyList<Fact>? facts = null)
    {
        if (facts is { Count: > 0 } || !WordsMemo.Fits(refusal)) return Work(refusal, facts);
        if (t_memo is not { } known || known.Book != this) t_memo = known = (this, new WordsMemo());
        if (known.Memo.Find(refusal) is { } again) return again;
        var diagnosis = Work(refusal, facts);
        known.Memo.Keep(diagnosis);
        return diagnosis;
    }

    /// <summary>Whether the words of a reply are a relay denial: true, false where they say another thing that is known, null where they are not known.</summary>
    public bool? SaysRelay(Reply reply) =>
        FindReason(CaseOf(new Refusal { Format = InputFormat.Unknown, Source = new SourceSpan("", 0, 0), Reply = reply })).Reason switch
        {
            Reason.NoRelaying => true,
            Reason.Undefined or Reason.OnHold => null,
            _ => false,
        };

    /// <summary>Diagnoses without remembering.</summary>
    internal Diagnosis Work(Refusal refusal, IReadOnlyList<Fact>? facts)
    {
        var c = CaseOf(refusal, facts);
        var rule = FindReason(c);
        c.By = rule;
        return Verdict.Of(this, c, rule);
    }

    /// <summary>Goes through the rules again for what is only for people.</summary>
    internal Explanation Explain(Refusal refusal, IReadOnlyList<Fact>? facts)
    {
        var c = CaseOf(refusal, facts);
        c.WantsFacts = true;
        var rule = FindReason(c);
        c.By = rule;
        return Verdict.Explain(this, c, rule);
    }

    /// <summary>The rule that says what the reason is; the last one of the list where nothing fits.</summary>
    internal ReasonRule FindReason(Case c)
    {
        if (NotARefusal.Of(c.Refusal.Kind) is { } other) return other;
        c.LookAtReply();
        if (ByWords(c) is { } said) return said;
        if (c.Refusal.Reply.Text.Length == 0 && c.Refusal.Software is not null)
        {
            foreach (var rule in ReasonRules)
                if (rule.HoldsForReporter(c)) return rule;
        }

        if (c.LookAtExplanation() && ByWords(c) is { } explained) return explained;
        c.LookBack();
        foreach (var rule in ReasonRules)
            if (rule.HoldsWithoutWords(c)) return rule;
        return ReasonRules[^1];
    }

    private ReasonRule? ByWords(Case c)
    {
        // The groups of the reason rules come first and in their order, two a rule.
        for (var group = c.NextGroup(0); group >= 0 && group < ReasonRules.Count * 2; group = c.NextGroup(group + 1))
        {
            if ((group & 1) != 0) continue;
            var rule = ReasonRules[group >> 1];
            if (c.Says(rule) && rule.Holds(c)) return rule;
        }

        return null;
    }
}
