using Gatepost.Diagnoses;

namespace Gatepost.Reports;

/// <summary>Refusals of one cause, owner and place, counted.</summary>
/// <param name="cause">The cause.</param>
/// <param name="owner">Who must act.</param>
/// <param name="place">The refusing server or the recipient's domain; null for all places that are not kept apart or not known.</param>
public sealed class OverviewGroup(Cause cause, Owner owner, string? place)
{
    /// <summary>The cause.</summary>
    public Cause Cause => cause;

    /// <summary>Who must act.</summary>
    public Owner Owner => owner;

    /// <summary>The refusing server or the recipient's domain.</summary>
    public string? Place => place;

    /// <summary>How many.</summary>
    public long Count { get; private set; }

    /// <summary>The earliest, by the sources' clocks; null where no source told the time.</summary>
    public DateTimeOffset? First { get; private set; }

    /// <summary>The latest.</summary>
    public DateTimeOffset? Last { get; private set; }

    /// <summary>The first one added.</summary>
    public Diagnosis? Example { get; private set; }

    internal void Add(Diagnosis diagnosis)
    {
        Count++;
        Example ??= diagnosis;
        if (diagnosis.Refusal.Time is { } time) Span(time, time);
    }

    internal void Merge(OverviewGroup later)
    {
        Count += later.Count;
        Example ??= later.Example;
        if (later.First is { } first) Span(first, later.Last ?? first);
    }

    private void Span(DateTimeOffset first, DateTimeOffset last)
    {
        if (First is null || first < First) First = first;
        if (Last is null || last > Last) Last = last;
    }
}
