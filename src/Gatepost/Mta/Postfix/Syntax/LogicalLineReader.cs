using System.Text;

namespace Gatepost.Mta.Postfix.Syntax;

/// <summary>
/// Reads the logical lines of a main.cf, a master.cf or a table, as Postfix does: a line that begins with white space continues the one before it, empty lines and
/// comments (<c>#</c> as the first character that is no white space) count for nothing, even between a line and its continuation. Joined lines keep the white space.
/// </summary>
internal ref struct LogicalLineReader(string source)
{
    private readonly List<(int Offset, int Line)> _parts = [];
    private StringBuilder? _joined;
    private int _at;
    private int _lines;

    /// <summary>The text of the line just read.</summary>
    public ReadOnlySpan<char> Text { get; private set; }

    /// <summary>The line of the file that it begins at, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Where its text begins in the source; -1 where it is joined from several lines.</summary>
    public int Offset { get; private set; }

    /// <summary>Lines that continue nothing, which Postfix leaves out with a warning.</summary>
    public List<int> Orphans { get; } = [];

    /// <summary>Where the text of each further line begins, where it is joined from several.</summary>
    public readonly IReadOnlyList<(int Offset, int Line)> Parts => _parts;

    /// <summary>The line of the file that a position of the text stands at.</summary>
    public readonly int LineOf(int position)
    {
        var line = Line;
        foreach (var part in _parts)
            if (part.Offset <= position) line = part.Line;
        return line;
    }

    /// <summary>Reads the next logical line; false at the end.</summary>
    public bool Next()
    {
        while (ReadOne())
        {
            if (!PostfixText.IsSpace(Text[0])) return true;
            Orphans.Add(Line);
        }

        return false;
    }

    private bool ReadOne()
    {
        var text = source.AsSpan();
        Text = default;
        _parts.Clear();
        while (_at < text.Length)
        {
            var end = text[_at..].IndexOf('\n');
            var physical = end < 0 ? text[_at..] : text.Slice(_at, end);
            var start = _at;
            _at = end < 0 ? text.Length : _at + end + 1;
            _lines++;
            var nul = physical.IndexOf('\0');
            if (nul >= 0) physical = physical[..nul];
            var first = PostfixText.SkipSpace(physical);
            if (first.Length > 0 && first[0] != '#') Add(physical, start);
            if (Text.Length > 0 && !Continues(text)) break;
        }

        if (_parts.Count > 0) Text = _joined!.ToString();
        return Text.Length > 0;
    }

    private void Add(ReadOnlySpan<char> physical, int start)
    {
        if (Text.Length == 0)
        {
            Text = physical;
            (Line, Offset) = (_lines, start);
            return;
        }

        _joined ??= new StringBuilder();
        if (_parts.Count == 0) _joined.Clear().Append(Text);
        _parts.Add((_joined.Length, _lines));
        _joined.Append(physical);
        Offset = -1;
    }

    private readonly bool Continues(ReadOnlySpan<char> text) => _at < text.Length && (text[_at] == '#' || PostfixText.IsSpace(text[_at]));
}
