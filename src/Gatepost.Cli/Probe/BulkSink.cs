using Gatepost.Cli.Terminal;
using Gatepost.Evidence;
using Gatepost.Evidence.Bulk;

namespace Gatepost.Cli.Probe;

/// <summary>Answers go to standard output, lines that are no targets and defects to standard error.</summary>
internal sealed class BulkSink(string list, Output output, Messages messages) : IBulkSink
{
    /// <summary>Lines that are no targets are told one by one up to here, then counted.</summary>
    private const int Told = 20;

    private long _refused;
    private int _exit = Exit.Fine;

    /// <summary>2 where a line was no target, 3 where a defect left one unanswered.</summary>
    public int ExitCode => Volatile.Read(ref _exit);

    public void Write(ReadOnlySpan<byte> line) => output.Write(line);

    public void Flush() => output.Flush();

    public void Refuse(BulkLine line)
    {
        Interlocked.CompareExchange(ref _exit, Exit.Usage, Exit.Fine);
        if (Interlocked.Increment(ref _refused) <= Told)
            messages.Write($"{list}:{line.Number}:{line.Problem.Position + 1}: '{Reports.Escape.Line(line.Text, 60)}' is no target: {line.Problem.Message}.");
    }

    public void Fail(ProbeTarget target, Exception defect)
    {
        Volatile.Write(ref _exit, Exit.Unknown);
        messages.Write($"a defect in gatepost ({defect.GetType().Name}) at target '{Reports.Escape.Line(target.Text, 60)}'; please report it.");
    }

    /// <summary>Tells what was only counted.</summary>
    public void End()
    {
        if (_refused > Told) messages.Write($"{_refused - Told:#,0} more lines are no targets.");
    }
}
