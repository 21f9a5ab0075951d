using Gatepost.Smtp;

namespace Gatepost.Refusals.Events;

/// <summary>Takes what the providers read out of one document.</summary>
internal sealed class EventSink(ReadLimits limits)
{
    private const int NamesKept = 8;
    private readonly List<Refusal> _refusals = [];
    private readonly SortedSet<string> _passedOver = new(StringComparer.Ordinal);

    /// <summary>The refusals up to now.</summary>
    public IReadOnlyList<Refusal> Refusals => _refusals;

    /// <summary>The provider whose event is read.</summary>
    public EventProvider? Provider { get; set; }

    /// <summary>Where the event stands.</summary>
    public SourceSpan Span { get; set; }

    /// <summary>Said of every refusal of this event.</summary>
    public IReadOnlyList<string> Notes { get; set; } = [];

    /// <summary>True where no more is taken.</summary>
    public bool IsFull => _refusals.Count >= limits.RefusalsPerDocument;

    /// <summary>The kinds of events that were no refusals, by the provider's names, in order.</summary>
    public IReadOnlyCollection<string> PassedOver => _passedOver;

    /// <summary>A refusal with what is the same for all of this event.</summary>
    public Refusal New(RefusalKind kind) => new()
    {
        Format = Provider!.Format,
        Source = Span,
        Kind = kind,
        Notes = Notes,
    };

    /// <summary>Adds a refusal.</summary>
    public void Add(Refusal refusal)
    {
        if (!IsFull) _refusals.Add(refusal);
    }

    /// <summary>Notes an event that is no refusal.</summary>
    public void PassOver(string? name)
    {
        if (_passedOver.Count < NamesKept) _passedOver.Add(EventText.Cut(EventText.Fold(name ?? "unnamed"), 40));
    }

    /// <summary>Reads the reply that a provider quotes.</summary>
    public Reply Reply(string? text) => string.IsNullOrWhiteSpace(text) ? Smtp.Reply.Empty : Smtp.Reply.Parse(EventText.Cut(text, limits.TextLength));

    /// <summary>
    /// Reads a reply whose code stands in a field of its own. The text's own code wins; a number that no SMTP server gives
    /// (RFC 5321 section 4.2.1) is none.
    /// </summary>
    public Reply Reply(string? text, string? code)
    {
        var reply = Reply(text);
        return reply.Code is null && EventText.SmtpCode(code) is { } number ? reply with { Code = number } : reply;
    }

    /// <summary>Joins a provider's own words: distinct, without empty ones; null where there are none.</summary>
    public string? Explain(params ReadOnlySpan<string?> words)
    {
        var seen = new List<string>(words.Length);
        foreach (var word in words)
        {
            if (string.IsNullOrWhiteSpace(word)) continue;
            var folded = EventText.Fold(word);
            if (!seen.Contains(folded)) seen.Add(folded);
        }

        return seen.Count == 0 ? null : EventText.Cut(string.Join("; ", seen), limits.TextLength);
    }
}
