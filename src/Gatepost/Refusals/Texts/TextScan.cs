using Gatepost.Smtp;

namespace Gatepost.Refusals.Texts;

/// <summary>Goes through cleaned text once and collects the refusals in it.</summary>
internal sealed class TextScan
{
    private const int MostLinesOfReply = 40;
    private const int MostLinesWithWords = 60;
    private readonly List<Refusal> _coded = [];
    private readonly List<Refusal> _worded = [];
    private readonly HashSet<(Reply, string?)> _seen = [];
    private readonly string _source;
    private readonly int _firstLine;
    private readonly ReadLimits _limits;
    private int _paragraph = -1;

    private TextScan(string source, int firstLine, ReadLimits limits) => (_source, _firstLine, _limits) = (source, firstLine, limits);

    public static List<Refusal> Run(string text, string source, int firstLine, ReadLimits limits)
    {
        var scan = new TextScan(source, firstLine, limits);
        var isAlone = text.AsSpan().Trim().IndexOfAny('\n', '\r', '\u2028') < 0;
        var lines = scan.Walk(text, isAlone);
        return scan._coded.Count > 0 || lines > MostLinesWithWords ? scan._coded : scan._worded;
    }

    private int Walk(ReadOnlySpan<char> text, bool isAlone)
    {
        var cursor = new LineCursor(text);
        var lines = 0;
        var isHere = cursor.MoveNext();
        while (isHere && _coded.Count < _limits.RefusalsPerDocument)
        {
            var raw = cursor.Current;
            var line = PastedText.Unquote(raw);
            if (line.IsEmpty) _paragraph = -1;
            else
            {
                if (_paragraph < 0) _paragraph = Math.Max(0, text.Length - cursor.Rest.Length - raw.Length - 2);
                lines++;
            }

            var kind = TextLine.KindOf(line, isAlone);
            if (kind == LineKind.Other)
            {
                isHere = cursor.MoveNext();
                continue;
            }

            var number = cursor.Number;
            var end = cursor;
            isHere = cursor.MoveNext();
            if (kind != LineKind.Words && isHere) line = TakeFurtherLines(line, ref cursor, ref isHere);
            var offset = text.Length - end.Rest.Length;
            Take(line, kind, number, text, offset);
            _paragraph = -1;
        }

        return lines;
    }

    private static ReadOnlySpan<char> TakeFurtherLines(ReadOnlySpan<char> line, scoped ref LineCursor cursor, scoped ref bool isHere)
    {
        var last = line;
        System.Text.StringBuilder? joined = null;
        for (var count = 0; isHere && count < MostLinesOfReply; count++)
        {
            var next = PastedText.Unquote(cursor.Current);
            if (!TextLine.GoesOn(last, next, cursor.Current)) break;
            (joined ??= new System.Text.StringBuilder().Append(line)).Append('\n').Append(next);
            last = next;
            isHere = cursor.MoveNext();
        }

        return joined is null ? line : joined.ToString();
    }

    private void Take(ReadOnlySpan<char> block, LineKind kind, int number, ReadOnlySpan<char> text, int offset)
    {
        var context = default(TextContext);
        if (kind != LineKind.Bare || block.Contains("in reply to ", StringComparison.Ordinal))
        {
            var around = kind == LineKind.Bare ? default : text[Math.Clamp(_paragraph, 0, offset)..offset];
            if (around.Length > 2000) around = around[^2000..];
            context = TextContext.Read(string.Concat(around, "\n", block));
            block = block[..TextContext.LengthWithoutStage(block)];
        }

        var reply = kind == LineKind.Words ? Reply.Parse(block) with { Code = null, Enhanced = null } : Reply.Parse(block);
        if (reply.Text.Length > _limits.TextLength) reply = reply with { Text = reply.Text[.._limits.TextLength] };
        if (kind != LineKind.Bare && !_seen.Add((reply, context.Recipient))) return;
        var into = kind == LineKind.Words ? _worded : _coded;
        if (into.Count >= _limits.RefusalsPerDocument) return;
        into.Add(new Refusal
        {
            Format = InputFormat.Text,
            Source = new SourceSpan(_source, number + _firstLine - 1),
            Kind = reply.IsPermanent == false ? RefusalKind.Delayed : RefusalKind.Failed,
            Reply = reply,
            Recipient = context.Recipient,
            Sender = context.Sender,
            Phase = context.Phase,
            Command = context.Command,
            RemoteMta = context.Host,
            RemoteAddress = context.Address,
        });
    }
}
