using Gatepost.Diagnoses.Rules.Relay;
using Gatepost.Evidence;

namespace Gatepost.Diagnoses;

/// <summary>Makes the diagnosis of a case whose reason is known: asks the cause rules, and says what speaks for and against.</summary>
internal static class Verdict
{
    /// <summary>The diagnosis, without what is only for people.</summary>
    public static Diagnosis Of(Rulebook book, Case c, ReasonRule reason)
    {
        var (winner, best) = Judge(book, c, null);
        var cause = winner?.Cause ?? reason.Cause;
        var whose = winner is not null ? null : IsOpenLookUp(c) ? (Side.Undetermined, Owner.Undetermined) : reason.Whose(c);
        var (status, origin) = StatusChoice.Choose(c.Refusal, c.Reason);
        return new Diagnosis
        {
            Refusal = c.Refusal,
            Cause = cause,
            Reason = c.Reason,
            Status = status,
            StatusOrigin = origin,
            IsRelayDenial = IsRelay(c, cause),
            Side = best?.Side ?? whose?.Side ?? cause.Side,
            Owner = best?.Owner ?? whose?.Owner ?? cause.Owner,
            Confidence = best?.Confidence ?? ReasonConfidence(c, reason),
            ConfidenceBecause = best?.Because ?? ReasonBecause(c, reason),
            Fixes = cause.Fixes,
            Book = book,
            Given = c.Facts,
        };
    }

    /// <summary>What the diagnosis rests on, what speaks against other causes, and what is open.</summary>
    public static Explanation Explain(Rulebook book, Case c, ReasonRule reason)
    {
        var others = new List<(CauseRule Rule, Claim Claim)>();
        var (winner, best) = Judge(book, c, others);
        var cause = winner?.Cause ?? reason.Cause;
        var isRelay = IsRelay(c, cause);
        var confidence = best?.Confidence ?? ReasonConfidence(c, reason);
        return new Explanation(
            Wording.Fill(cause.Plain, c),
            [.. best is null ? ReasonFacts(c, reason, isRelay) : best.Facts, .. c.Facts.Where(static f => f.Kind == FactKind.Policy)],
            isRelay ? RelayKin.RuledOut(book, c, cause) : [],
            Alternatives(book, c, cause, others, isRelay, confidence),
            Unknowns(c, cause, best, isRelay, confidence),
            isRelay || best is not null ? NextSteps.For(c, cause) : []);
    }

    /// <summary>True where a rule is so sure of the cause that nothing found out could change it.</summary>
    public static bool IsSettled(Rulebook book, Case c) =>
        Judge(book, c, null) is var (winner, best) && winner is not null && (best!.Confidence == Confidence.High || winner.ComesFirst);

    // The words say that the domain could not be reached, and why the DNS says so was asked in vain: that may be anybody's fault.
    private static bool IsOpenLookUp(Case c) => !c.Known.IsEmpty && c.Known.Of(FactKind.MailRoute) is null && FailedLookUp.Fits(c);

    private static bool IsRelay(Case c, Cause cause) => c.Reason == Reason.NoRelaying && !RelayKin.IsOnlyKin(cause.Id);

    private static (CauseRule? Winner, Claim? Best) Judge(Rulebook book, Case c, List<(CauseRule Rule, Claim Claim)>? others)
    {
        CauseRule? winner = null;
        Claim? best = null;
        foreach (var rule in book.CauseRules)
        {
            if ((rule.NeedsWords || (rule.NeedsWordsOrFacts && c.Known.IsEmpty)) && !c.Says(rule)) continue;
            if (rule.Consider(c) is not { } claim) continue;
            if (rule.ComesFirst && claim.Confidence >= Confidence.Medium) return (rule, claim);
            if (best is null || claim.Confidence > best.Confidence)
            {
                if (best is not null) others?.Add((winner!, best));
                (winner, best) = (rule, claim);
            }
            else
            {
                others?.Add((rule, claim));
            }
        }

        // A hint is not enough to name an owner: below medium, a relay denial stays undetermined and the hints are its alternatives.
        if (best is not { Confidence: Confidence.Low }) return (winner, best);
        others?.Insert(0, (winner!, best));
        return (null, null);
    }

    private static Confidence ReasonConfidence(Case c, ReasonRule reason) => reason.Reason switch
    {
        _ when IsOpenLookUp(c) => Confidence.Low,
        Reason.Undefined or Reason.OnHold => Confidence.Low,
        Reason.NoRelaying => Confidence.Low,
        Reason.Delivered or Reason.Feedback or Reason.Vacation => Confidence.High,
        _ => c.Says(reason) ? c.WordsAreTheReply ? Confidence.High : Confidence.Medium : Confidence.Low,
    };

    private static string ReasonBecause(Case c, ReasonRule reason) => reason.Reason switch
    {
        _ when IsOpenLookUp(c) => "what the DNS says of the domain could not be found out",
        Reason.Undefined => "neither words nor codes are known",
        Reason.NoRelaying => "the words fit several causes with opposite owners",
        Reason.Delivered or Reason.Feedback or Reason.Vacation => "the report says so itself",
        _ => c.Says(reason)
            ? c.WordsAreTheReply ? "the server's own words say so" : "the words around the reply say so"
            : "no words are known; the codes alone say so",
    };

    private static Fact[] ReasonFacts(Case c, ReasonRule reason, bool isRelay) =>
        reason.Reason is Reason.Undefined or Reason.Delivered or Reason.Feedback or Reason.Vacation ? []
        : c.Says(reason) ? [Facts.Words(c, reason, isRelay ? "the words are those of a relay denial" : "the words say so", reason.Cause.Id)]
        : c.Code is null && c.Status is null ? []
        : [Facts.Codes(c.Refusal, "the codes are all there is to go by", reason.Cause.Id)];

    private static List<Alternative> Alternatives(Rulebook book, Case c, Cause cause, List<(CauseRule Rule, Claim Claim)> others, bool isRelay, Confidence confidence)
    {
        if (confidence == Confidence.High || (others.Count == 0 && !isRelay)) return [];
        var list = new List<Alternative>();
        foreach (var (rule, claim) in others)
            if (list.TrueForAll(a => a.Cause.Id != rule.Cause.Id)) list.Add(new Alternative(rule.Cause, claim.Confidence));
        if (isRelay)
        {
            foreach (var id in RelayKin.Open(c, cause.Id))
            {
                if (book.CauseOf(id) is { } open && list.TrueForAll(a => a.Cause.Id != id)) list.Add(new Alternative(open, Confidence.Low));
            }
        }

        return list.Count < 2 ? list : [.. list.OrderByDescending(static a => a.Confidence).ThenBy(static a => a.Cause.Id, StringComparer.Ordinal)];
    }

    private static List<string> Unknowns(Case c, Cause cause, Claim? best, bool isRelay, Confidence confidence)
    {
        var notes = c.Refusal.Notes;
        if (best is { Unknown.Count: 0 } && confidence == Confidence.High && notes.Count == 0) return [];
        var list = new List<string>();
        if (isRelay && best is null) list.AddRange(DecidingQuestions.For(c));
        else if (best is { Unknown.Count: > 0 }) list.AddRange(best.Unknown);
        else if (confidence < Confidence.High && cause.Decides is { } question) list.Add(question);
        list.AddRange(notes);
        return list;
    }
}
