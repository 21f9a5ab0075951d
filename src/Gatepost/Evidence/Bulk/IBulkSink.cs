namespace Gatepost.Evidence.Bulk;

/// <summary>Where a bulk run's answers and troubles go.</summary>
public interface IBulkSink
{
    /// <summary>Takes one whole line. Called by one thread at a time; may throw <see cref="IOException"/>, which ends the run.</summary>
    void Write(ReadOnlySpan<byte> line);

    /// <summary>Nothing more comes for now.</summary>
    void Flush();

    /// <summary>A line of the list that is no target. May be called beside the others.</summary>
    void Refuse(BulkLine line);

    /// <summary>A target that a defect of the program left unanswered. May be called beside the others.</summary>
    void Fail(ProbeTarget target, Exception defect);
}
