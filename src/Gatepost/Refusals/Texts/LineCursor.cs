namespace Gatepost.Refusals.Texts;

/// <summary>
/// Walks over the lines of a text, whether they end with LF, CR LF or CR, and counts them from 1. A line separator (U+2028), which
/// stands for the line breaks of markup, parts lines too but is not counted: an editor shows one line.
/// </summary>
internal ref struct LineCursor(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;
    private bool _isOver = text.IsEmpty;
    private bool _isSameLine;

    public ReadOnlySpan<char> Current { get; private set; }

    public int Number { get; private set; }

    /// <summary>What follows the current line.</summary>
    public readonly ReadOnlySpan<char> Rest => _rest;

    public bool MoveNext()
    {
        if (_isOver) return false;
        if (!_isSameLine) Number++;
        var end = _rest.IndexOfAny('\n', '\r', '\u2028');
        if (end < 0)
        {
            Current = _rest;
            _rest = default;
            _isOver = true;
            return true;
        }

        Current = _rest[..end];
        _isSameLine = _rest[end] == '\u2028';
        _rest = _rest[(end + (_rest[end] == '\r' && end + 1 < _rest.Length && _rest[end + 1] == '\n' ? 2 : 1))..];
        _isOver = _rest.IsEmpty;
        return true;
    }
}
