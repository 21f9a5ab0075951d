namespace Gatepost.Diagnoses.Text;

/// <summary>Reads a piece of a phrase into the graph, by recursive descent. A malformed piece throws <see cref="FormatException"/>.</summary>
internal sealed class PieceReader(PhraseGraph graph, string text, int piece)
{
    private const int Deepest = 8;
    private int _at;

    /// <summary>Puts the whole piece behind a fragment.</summary>
    public void ReadInto(PhraseFragment fragment)
    {
        Sequence(fragment, 0);
        if (_at < text.Length) throw Fault($"stray '{text[_at]}'");
    }

    /// <summary>Reads up to the end of the text, or of the alternative that it is in.</summary>
    private void Sequence(PhraseFragment fragment, int depth)
    {
        if (depth > Deepest) throw Fault("nests too deeply");
        while (_at < text.Length && text[_at] is not ('|' or ')'))
        {
            switch (text[_at])
            {
                case '(':
                    _at++;
                    var group = Group(depth + 1);
                    graph.Append(fragment, group);
                    graph.Return(group);
                    if (_at == text.Length) throw Fault("missing ')'");
                    _at++;
                    break;
                case '{':
                    var end = text.IndexOf('}', _at);
                    if (end < 0) throw Fault("missing '}'");
                    var name = text[(_at + 1)..end];
                    new PieceReader(graph, PhraseWords.Of(name) ?? throw Fault($"no word list '{name}'"), piece).ReadInto(fragment);
                    _at = end + 1;
                    break;
                default:
                    Letters(fragment);
                    break;
            }
        }
    }

    private PhraseFragment Group(int depth)
    {
        var all = graph.Rent();
        Sequence(all, depth);
        while (_at < text.Length && text[_at] == '|')
        {
            _at++;
            var other = graph.Rent();
            Sequence(other, depth);
            all.Or(other);
            graph.Return(other);
        }

        return all;
    }

    private void Letters(PhraseFragment fragment)
    {
        var rest = text.AsSpan(_at);
        var stop = rest.IndexOfAny("(){}|");
        if (stop == 0) throw Fault($"stray '{rest[0]}'");
        var letters = stop < 0 ? rest : rest[..stop];
        if (System.Text.Ascii.IsValid(letters))
        {
            graph.Append(fragment, letters, piece);
        }
        else
        {
            foreach (var b in System.Text.Encoding.UTF8.GetBytes(letters.ToString().ToLowerInvariant()))
                graph.Append(fragment, b < 128 ? PhraseAlphabet.Of((char)b) : b, piece);
        }

        _at += letters.Length;
    }

    private FormatException Fault(string what) => new($"Phrase piece '{text}': {what}.");
}
