using Gatepost.Cli.Terminal;
using Gatepost.Refusals;
using Gatepost.Reports;

namespace Gatepost.Cli.Explain;

/// <summary>
/// What became of each input: read, not recognised or unreadable. Says so once for an input, however many mails or
/// stretches it has, and makes the exit code: the worst one wins.
/// </summary>
internal sealed class InputTally(Messages messages)
{
    /// <summary>Inputs that were not recognised are told one by one up to here, then counted.</summary>
    private const int Told = 20;

    private string? _input;
    private string? _instead;
    private InputFormat _format;
    private long _found;
    private bool _hasItems;
    private long _notRecognised;
    private int _exit = Exit.Fine;

    public void Add(in Piece piece)
    {
        var item = piece.Item;
        if (_hasItems && NameOf(item.Source) != _input) CloseInput();
        foreach (var note in item.Notes) messages.Write($"{Shown(item.Source)}: {note}");
        if (item.Log is { NotUnderstood: > 0 } log)
            messages.Write($"{Shown(item.Source)}: {Count(log.NotUnderstood, "line looks", "lines look")} like a refusal and could not be read"
                + (log.UnreadLines.Count > 0 ? $", the first at line {log.UnreadLines[0].Source.Line}." : "."));
        if (piece.Defect is { } defect)
        {
            messages.Write($"{Shown(item.Source)}:{item.FirstLine}: a defect in gatepost ({defect}); please report it with this input.");
            _exit = Exit.Unknown;
            return;
        }

        if (item.Problem is { } problem)
        {
            messages.Write($"{Shown(item.Source)} cannot be read: {problem}");
            _exit = Exit.Unknown;
            return;
        }

        // A remark on what was passed over is no item.
        if (item.Notes.Count > 0 && piece.Count == 0 && item.Outcome is { Format: InputFormat.Unknown, Instead: null }) return;
        _hasItems = true;
        _input = NameOf(item.Source);
        _found += piece.Count;
        _instead ??= item.Outcome.Instead;
        if (_format == InputFormat.Unknown) _format = item.Outcome.Format;
        if (!item.IsPart) CloseInput();
    }

    /// <summary>The exit code of the whole.</summary>
    public int End()
    {
        CloseInput();
        if (_notRecognised > Told) messages.Write($"in {_notRecognised - Told:#,0} more no refusal is recognised.");
        return _exit;
    }

    private void CloseInput()
    {
        if (_hasItems && _found == 0)
        {
            if (_notRecognised++ < Told)
                messages.Write($"{Shown(_input!)}: no refusal is recognised. This looks like {_instead ?? Kind()}.");
            if (_exit == Exit.Fine) _exit = Exit.Bad;
        }

        (_input, _instead, _format, _found, _hasItems) = (null, null, InputFormat.Unknown, 0, false);
    }

    private static string Count(long count, string one, string many) => $"{count:#,0} {(count == 1 ? one : many)}";

    private string Kind() => _format == InputFormat.Unknown ? "something else" : $"{Names.Of(_format)} input without a refusal";

    private static string Shown(string source) => source == "-" ? "standard input" : source;

    // mbox#3 is part of mbox.
    private static string NameOf(string source)
    {
        var mark = source.LastIndexOf('#');
        return mark > 0 && mark + 1 < source.Length && !source.AsSpan(mark + 1).ContainsAnyExceptInRange('0', '9') ? source[..mark] : source;
    }
}
