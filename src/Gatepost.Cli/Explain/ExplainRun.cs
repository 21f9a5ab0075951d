using System.Text;
using Gatepost.Cli.Terminal;
using Gatepost.Diagnoses;
using Gatepost.Refusals;
using Gatepost.Refusals.Inputs;
using Gatepost.Reports;

namespace Gatepost.Cli.Explain;

/// <summary>Reads, diagnoses and prints: workers do the first two and write, this thread puts the pieces out in order.</summary>
internal sealed class ExplainRun(
    AnswerKind kind, ReportStyle style, InputFormat format, Func<Refusal, Diagnosis> diagnose, Output output, Messages messages)
{
    /// <summary>Up to here every report is printed in full unless asked otherwise.</summary>
    private const int FullReports = 3;

    private readonly Pen.Case _pens = new(kind, style);
    private readonly List<Diagnosis> _few = [];
    private readonly InputTally _tally = new(messages);
    private Overview? _overview;
    private bool _hasOutput;
    private long _done;

    /// <summary>Answers for all inputs; gives the exit code.</summary>
    public int Run(IReadOnlyList<string> inputs)
    {
        var source = new RefusalSource(forced: format, standardInput: Console.OpenStandardInput);
        messages.ShowProgress(() => $"{Interlocked.Read(ref _done):#,0} read");
        try
        {
            if (TextArgument.IsUnquoted(inputs)) inputs = [string.Join(' ', inputs)];
            for (var i = 0; i < inputs.Count;)
            {
                if (TextArgument.Is(inputs[i]))
                {
                    foreach (var item in source.Read("text", Encoding.UTF8.GetBytes(inputs[i]))) Take(Make(item));
                    i++;
                    continue;
                }

                var end = i + 1;
                while (end < inputs.Count && !TextArgument.Is(inputs[end])) end++;
                foreach (var piece in source.Read(inputs.Skip(i).Take(end - i), Make)) Take(piece);
                i = end;
            }

            End();
        }
        finally
        {
            messages.Dispose();
        }

        return _tally.End();
    }

    // On a worker.
    private Piece Make(ReadItem item)
    {
        var refusals = item.Outcome.Refusals;
        var piece = new Piece(item, refusals.Count);
        if (refusals.Count == 0) return piece;
        try
        {
            if (kind != AnswerKind.Summary)
            {
                var pen = _pens.Take();
                for (var i = 0; i < refusals.Count; i++) pen.Write(diagnose(refusals[i]));
                return piece with { Written = pen };
            }

            if (refusals.Count > FullReports)
            {
                var counted = new Overview();
                for (var i = 0; i < refusals.Count; i++) counted.Add(diagnose(refusals[i]));
                return piece with { Counted = counted };
            }

            var few = new Diagnosis[refusals.Count];
            for (var i = 0; i < few.Length; i++) few[i] = diagnose(refusals[i]);
            return piece with { Few = few };
        }
        catch (Exception e)
        {
            return piece with { Defect = e.GetType().Name };
        }
    }

    private void Take(in Piece piece)
    {
        Interlocked.Increment(ref _done);
        _tally.Add(piece);
        if (piece.Written is { } pen)
        {
            Put(pen.Bytes.WrittenSpan);
            _pens.Return(pen);
        }
        else if (piece.Counted is { } counted)
        {
            StartOverview().Merge(counted);
        }
        else
        {
            foreach (var diagnosis in piece.Few) Add(diagnosis);
        }
    }

    private void Add(Diagnosis diagnosis)
    {
        if (_overview is null && _few.Count < FullReports) _few.Add(diagnosis);
        else StartOverview().Add(diagnosis);
    }

    private Overview StartOverview()
    {
        if (_overview is not null) return _overview;
        _overview = new Overview();
        foreach (var earlier in _few) _overview.Add(earlier);
        return _overview;
    }

    // The blank line before the first report is left out.
    private void Put(ReadOnlySpan<byte> bytes)
    {
        if (!_hasOutput)
        {
            _hasOutput = true;
            if (kind == AnswerKind.Html) PutText(HtmlReport.Begin);
            else if (kind != AnswerKind.Json) bytes = bytes[1..];
        }

        output.Write(bytes);
    }

    private void End()
    {
        if (kind == AnswerKind.Html && _hasOutput) PutText(HtmlReport.End);
        if (_overview is not null)
        {
            PutText(text => OverviewReport.Write(_overview, style, text));
            return;
        }

        for (var i = 0; i < _few.Count; i++)
        {
            var diagnosis = _few[i];
            PutText(text => AdminReport.Write(diagnosis, style, i == 0 ? text : text.Append('\n')));
        }
    }

    private void PutText(Action<StringBuilder> write)
    {
        var text = new StringBuilder();
        write(text);
        output.Write(text);
    }
}
