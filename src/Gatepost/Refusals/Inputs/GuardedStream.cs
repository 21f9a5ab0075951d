namespace Gatepost.Refusals.Inputs;

/// <summary>
/// Reads another stream to its end, its first error or a limit, whichever comes first. Never throws for what the file or
/// the archive does: the error becomes <see cref="Failure"/> and the stream ends there.
/// </summary>
internal sealed class GuardedStream(Stream inner, long limit = long.MaxValue) : ReadOnlyStream
{
    private long _left = limit;

    /// <summary>Why the stream ended before its end, in plain words; null where it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>True where the limit was reached and more was there.</summary>
    public bool IsCut { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (Failure is not null || IsCut || buffer.IsEmpty) return 0;
        try
        {
            if (_left == 0)
            {
                IsCut = inner.Read(buffer[..1]) != 0;
                return 0;
            }

            var read = inner.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
            _left -= read;
            return read;
        }
        catch (Exception e) when (InputProblems.IsExpected(e))
        {
            Failure = InputProblems.Describe(e);
            return 0;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
