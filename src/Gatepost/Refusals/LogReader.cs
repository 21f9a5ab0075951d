namespace Gatepost.Refusals;

/// <summary>
/// Reads refusals out of the lines of one mail server's log. One instance reads one log from its start (CSV logs name
/// their columns in a header line); stateless readers may be shared and given lines in any order. Never throws on input.
/// </summary>
public abstract class LogReader
{
    /// <summary>What this reads.</summary>
    public abstract InputFormat Format { get; }

    /// <summary>True where a line is read without knowing the lines before it, so that a large log can be read in pieces.</summary>
    public virtual bool IsStateless => true;

    /// <summary>
    /// Literal pieces (ASCII, exact case) of which at least one stands in every line that can hold a refusal; lines
    /// without any are passed over unread. Three bytes at least, the rarer the better. Empty: every line is read.
    /// </summary>
    public virtual IReadOnlyList<string> Needles => [];

    /// <summary>How much one line looks like this log: 0 (no) to 100 (certain). Detection adds up the first lines.</summary>
    public abstract int Recognise(ReadOnlySpan<byte> line);

    /// <summary>Reads one line without its line end. Null where it holds no refusal.</summary>
    /// <param name="line">The line; at most <see cref="ReadLimits.LineBytes"/>; may be cut, may hold invalid UTF-8.</param>
    /// <param name="span">Where it stands.</param>
    public abstract Refusal? ReadLine(ReadOnlySpan<byte> line, SourceSpan span);

    /// <summary>
    /// Reads one line that may hold refusals of several recipients, and adds them in the order of the line. Readers of
    /// lines that name at most one recipient implement <see cref="ReadLine"/> alone; the others override this too, and
    /// their <see cref="ReadLine"/> gives the first. Call one of the two for a line, not both: readers may keep state.
    /// </summary>
    public virtual void ReadAll(ReadOnlySpan<byte> line, SourceSpan span, ICollection<Refusal> refusals)
    {
        if (ReadLine(line, span) is { } refusal) refusals.Add(refusal);
    }

    /// <summary>
    /// True where the line looks as if it held a refusal. Asked about lines of which <see cref="ReadLine"/> made none:
    /// such lines are counted and shown as not understood instead of being dropped.
    /// </summary>
    public virtual bool SeemsRefusal(ReadOnlySpan<byte> line) => false;
}
