using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using Gatepost.Diagnoses;
using Gatepost.Reports;

namespace Gatepost.Cli.Explain;

/// <summary>What one worker writes reports with; lent out and taken back, so that its buffers are made once.</summary>
internal sealed class Pen(AnswerKind kind, ReportStyle style)
{
    private readonly StringBuilder _text = new();
    private JsonReport? _json;

    public ArrayBufferWriter<byte> Bytes { get; } = new();

    public void Write(Diagnosis diagnosis)
    {
        switch (kind)
        {
            case AnswerKind.Json:
                (_json ??= new JsonReport()).Write(diagnosis, Bytes);
                return;
            case AnswerKind.Html:
                HtmlReport.Article(diagnosis, _text);
                break;
            case AnswerKind.Client:
                _text.Append('\n');
                ClientReport.Write(diagnosis, style, _text);
                break;
            default:
                _text.Append('\n');
                AdminReport.Write(diagnosis, style, _text);
                break;
        }

        foreach (var chunk in _text.GetChunks()) Encoding.UTF8.GetBytes(chunk.Span, Bytes);
        _text.Clear();
    }

    /// <summary>Pens that nobody writes with.</summary>
    internal sealed class Case(AnswerKind kind, ReportStyle style)
    {
        private readonly ConcurrentBag<Pen> _pens = [];

        public Pen Take() => _pens.TryTake(out var pen) ? pen : new Pen(kind, style);

        public void Return(Pen pen)
        {
            pen.Bytes.ResetWrittenCount();
            if (pen.Bytes.Capacity <= 4 << 20) _pens.Add(pen);
        }
    }
}
