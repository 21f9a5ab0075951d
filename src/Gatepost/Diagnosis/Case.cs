using Gatepost.Diagnoses.Text;
using Gatepost.Evidence;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Diagnoses;

/// <summary>One refusal on the table: what the rules look at. Made and used by one thread, for one diagnosis.</summary>
internal sealed class Case
{
    private const int MostTrials = 16;
    private readonly Rulebook _book;
    private readonly PhraseHits _hits;
    private Roles? _roles;

    public Case(Rulebook book, Refusal refusal, IReadOnlyList<Fact> facts, PhraseHits hits)
    {
        (_book, Refusal, Facts, _hits) = (book, refusal, facts, hits);
        Known = facts.Count == 0 ? KnownFacts.None : new KnownFacts(facts);
        Words = refusal.Reply.Text;
    }

    /// <summary>What was refused.</summary>
    public Refusal Refusal { get; }

    /// <summary>Facts gathered beyond the refusal itself.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>The same, by kind.</summary>
    public KnownFacts Known { get; }

    /// <summary>The text that is being looked at: the reply's, or the reporter's words around it.</summary>
    public string Words { get; private set; }

    /// <summary>True while <see cref="Words"/> is the reply's own text.</summary>
    public bool WordsAreTheReply { get; private set; } = true;

    /// <summary>True where facts are to be worded; else rules may leave them empty.</summary>
    public bool WantsFacts { get; set; }

    /// <summary>The rule that found the reason, once it is known.</summary>
    public ReasonRule? By { get; set; }

    /// <summary>The reason, once it is known.</summary>
    public Reason Reason => By?.Reason ?? Reason.Undefined;

    /// <summary>The reply code.</summary>
    public int? Code => Refusal.Reply.Code;

    /// <summary>The status in the reply, else the one the reporter gives.</summary>
    public EnhancedStatus? Status => Refusal.Reply.Enhanced ?? Refusal.ReportedStatus;

    /// <summary>True where the status is X.subject.detail.</summary>
    public bool StatusIs(int subject, int detail) => Status is { } s && s.Is(subject, detail);

    /// <summary>True where the refusal is for now only.</summary>
    public bool IsTemporary => Refusal.Reply.IsPermanent is { } p ? !p : Refusal.Kind == RefusalKind.Delayed;

    /// <summary>Who the hosts of the case are: worked out when first asked for.</summary>
    public Roles Roles => _roles ??= Roles.Of(Refusal, Known);

    /// <summary>True where the rule's words stand in the text and none of those that speak against it.</summary>
    public bool Says(Rule rule)
    {
        return _hits[rule.Group] && !_hits[rule.Group + 1];
    }

    /// <summary>The first group from <paramref name="group"/> on that has words in the text; -1 where there is none.</summary>
    public int NextGroup(int group) => _hits.Next(group);

    /// <summary>The words that the rule recognised, as they stand; empty where there are none.</summary>
    public string Quote(Rule rule)
    {
        var (start, end) = _hits.Where(rule.Group);
        if (end <= start || end > Words.Length) return "";
        // Where a phrase begins is known only roughly: the latest word from which it still holds is its first.
        var trial = new PhraseHits(_book.Phrases.Groups);
        var from = start;
        for (var tries = 0; tries < MostTrials; tries++)
        {
            var next = Words.AsSpan(from, end - from).IndexOf(' ');
            if (next < 0) break;
            trial.Clear();
            _book.Phrases.Find(Words.AsSpan(from + next + 1, end - from - next - 1), trial);
            if (!trial[rule.Group]) break;
            from += next + 1;
        }

        while (from > 0 && from == start && !char.IsWhiteSpace(Words[from - 1]) && char.IsLetterOrDigit(Words[from])) from--;
        return Words[from..end].Trim();
    }

    /// <summary>Searches the reply's text.</summary>
    public void LookAtReply()
    {
        _hits.Clear();
        _book.Phrases.Find(Words, _hits);
    }

    /// <summary>Searches the reporter's words instead; false where there are none.</summary>
    public bool LookAtExplanation()
    {
        if (string.IsNullOrEmpty(Refusal.Explanation)) return false;
        (Words, WordsAreTheReply) = (Refusal.Explanation, false);
        LookAtReply();
        return true;
    }

    /// <summary>Searches the reply's text again.</summary>
    public void LookBack()
    {
        (Words, WordsAreTheReply) = (Refusal.Reply.Text, true);
        LookAtReply();
    }
}
