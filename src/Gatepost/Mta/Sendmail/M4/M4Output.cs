using System.Text;
using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.M4;

/// <summary>What m4 puts out, by diversion, in lines that know where they began.</summary>
internal sealed class M4Output
{
    private readonly SortedDictionary<int, (StringBuilder Text, Origin Start)> _open = [];
    private readonly List<M4Line> _lines = [];

    /// <summary>The diversion; below 0 nothing is kept.</summary>
    public int Current { get; set; }

    /// <summary>Every line, in the order of the source.</summary>
    public IReadOnlyList<M4Line> Lines => _lines;

    public void Write(ReadOnlySpan<char> text, Origin here)
    {
        if (Current < 0) return;
        foreach (var c in text)
        {
            if (!_open.TryGetValue(Current, out var line)) _open[Current] = line = (new StringBuilder(), here);
            if (c == '\n') End(Current);
            else line.Text.Append(c);
        }
    }

    /// <summary>Ends the lines that have no line feed.</summary>
    public void Finish()
    {
        foreach (var diversion in _open.Keys.ToArray()) End(diversion);
    }

    private void End(int diversion)
    {
        var (text, start) = _open[diversion];
        _open.Remove(diversion);
        if (!string.IsNullOrWhiteSpace(text.ToString())) _lines.Add(new M4Line(diversion, text.ToString(), start));
    }
}
