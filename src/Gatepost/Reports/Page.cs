using System.Text;

namespace Gatepost.Reports;

/// <summary>
/// Lays out lines of a text report: labels at the left, text wrapped beside them, notes at the right margin. All text
/// given to it is escaped here, so that nothing can pass by it.
/// </summary>
internal sealed class Page(StringBuilder output, ReportStyle style)
{
    /// <summary>Columns that labels take.</summary>
    public const int Indent = 9;

    public int Columns => style.Columns;

    public void Blank() => output.Append('\n');

    /// <summary>
    /// Text from column <paramref name="indent"/> on, wrapped; <paramref name="lead"/> stands before its first line.
    /// <paramref name="right"/> goes to the right margin of its last line, or of one more line where there is no room.
    /// </summary>
    public void Entry(string lead, int indent, string? text, string? right = null, Ink ink = Ink.Plain, Ink rightInk = Ink.Faint)
    {
        var body = Escape.Line(text);
        var note = Cut(Escape.Line(right), Columns - indent);
        var width = Columns - indent;
        Put(lead, Ink.Faint);
        Spaces(indent - DisplayWidth.Of(lead));
        var rest = body.AsSpan();
        while (true)
        {
            var length = LineLength(rest, width);
            var line = rest[..length].TrimEnd(' ');
            Put(line, ink);
            rest = rest[length..].TrimStart(' ');
            if (rest.IsEmpty)
            {
                Note(note, width - DisplayWidth.Of(line), indent, rightInk);
                output.Append('\n');
                return;
            }

            output.Append('\n');
            Spaces(indent);
        }
    }

    /// <summary>Short pieces with <c> · </c> between them, broken between pieces.</summary>
    public void Pieces(int indent, IEnumerable<string> pieces)
    {
        var line = "";
        foreach (var piece in pieces)
        {
            var next = line.Length == 0 ? piece : $"{line} · {piece}";
            if (line.Length > 0 && DisplayWidth.Of(Escape.Line(next)) > Columns - indent)
            {
                Entry("", indent, line);
                next = piece;
            }

            line = next;
        }

        if (line.Length > 0) Entry("", indent, line);
    }

    /// <summary>A command to paste, broken at blanks outside quotes with <c> \</c> at the line's end.</summary>
    public void Command(string lead, int indent, string command)
    {
        var rest = Escape.Line(command).AsSpan();
        Put(lead, Ink.Faint);
        Spaces(indent - lead.Length);
        for (var width = Columns - indent; !rest.IsEmpty; width = Columns - indent - 2)
        {
            var length = DisplayWidth.Of(rest) <= width ? rest.Length : CommandLength(rest, width - 2);
            output.Append(rest[..length].TrimEnd(' '));
            rest = rest[length..].TrimStart(' ');
            if (rest.IsEmpty) break;
            output.Append(" \\\n");
            Spaces(indent + 2);
        }

        output.Append('\n');
    }

    // Characters of the next line: to the last blank that lets it fit, else to the margin.
    private static int LineLength(ReadOnlySpan<char> text, int width)
    {
        if (DisplayWidth.Of(text) <= width) return text.Length;
        var fit = DisplayWidth.Fit(text, width);
        if (fit < text.Length && text[fit] == ' ') return fit;
        var blank = text[..fit].LastIndexOf(' ');
        return blank > 0 ? blank + 1 : fit;
    }

    private static string Cut(string text, int width) =>
        DisplayWidth.Of(text) <= width ? text : string.Concat(text.AsSpan(0, DisplayWidth.Fit(text, width - 1)), "…");

    // To a blank outside quotes, best one that an option follows, so that options keep their values.
    private static int CommandLength(ReadOnlySpan<char> text, int width)
    {
        var quote = '\0';
        int best = 0, option = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (quote != '\0') quote = text[i] == quote ? '\0' : quote;
            else if (text[i] is '\'' or '"') quote = text[i];
            else if (text[i] == ' ' && i > 0)
            {
                if (DisplayWidth.Of(text[..i]) > width && best > 0) break;
                best = i + 1;
                if (best < text.Length && text[best] == '-') option = best;
            }
        }

        return option > 0 ? option : best > 0 ? best : text.Length;
    }

    private void Note(string note, int room, int indent, Ink ink)
    {
        if (note.Length == 0) return;
        var width = DisplayWidth.Of(note);
        if (room < width + 2)
        {
            output.Append('\n');
            Spaces(indent);
            room = Columns - indent;
        }

        Spaces(room - width);
        Put(note, ink);
    }

    private void Spaces(int count)
    {
        if (count > 0) output.Append(' ', count);
    }

    private void Put(ReadOnlySpan<char> text, Ink ink)
    {
        if (text.IsEmpty) return;
        if (!style.Color || ink == Ink.Plain)
        {
            output.Append(text);
            return;
        }

        output.Append(ink switch
        {
            Ink.Strong => "\x1b[1m",
            Ink.Faint => "\x1b[2m",
            Ink.Good => "\x1b[32m",
            Ink.Caution => "\x1b[33m",
            _ => "\x1b[31m",
        }).Append(text).Append("\x1b[0m");
    }
}
