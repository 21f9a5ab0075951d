using System.Text;

namespace Gatepost.Diagnoses.Text;

/// <summary>One automaton with the phrases that its literals belong to.</summary>
internal sealed class PhraseScan
{
    [ThreadStatic]
    private static Progress? t_progress;

    private readonly PhraseAutomaton _automaton;
    private readonly Literal[] _literals;
    private readonly Piece[] _pieces;

    /// <summary>Builds the scan; a malformed phrase throws <see cref="FormatException"/>.</summary>
    public PhraseScan(IReadOnlyList<(int Group, string Phrase)> phrases)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var users = new List<List<int>>();
        var pieces = new List<Piece>();
        foreach (var (group, phrase) in phrases)
        {
            var parsed = PhraseSyntax.Parse(phrase);
            for (var i = 0; i < parsed.Count; i++)
            {
                var piece = pieces.Count;
                pieces.Add(new Piece(group, i, i == parsed.Count - 1, parsed[i].Gap));
                foreach (var literal in parsed[i].Literals)
                {
                    if (!ids.TryGetValue(literal, out var id))
                    {
                        ids[literal] = id = users.Count;
                        users.Add([]);
                    }

                    if (!users[id].Contains(piece)) users[id].Add(piece);
                }
            }
        }

        _pieces = [.. pieces];
        var texts = new string[users.Count];
        foreach (var (literal, id) in ids) texts[id] = literal;
        _literals = [.. texts.Select((text, id) => new Literal(text.Length, IsName(text), [.. users[id]]))];
        _automaton = new PhraseAutomaton(texts);
    }

    /// <summary>The automaton's size.</summary>
    public int States => _automaton.States;

    /// <summary>Adds what stands in <paramref name="text"/> to <paramref name="hits"/>.</summary>
    public void Run(ReadOnlySpan<char> text, PhraseHits hits)
    {
        if (_literals.Length == 0) return;
        var progress = t_progress is { } p && p.Owner == this ? p : t_progress = new Progress(this, _pieces.Length);
        progress.Begin();
        var symbols = PhraseAlphabet.Ascii;
        var automaton = _automaton;
        var position = 1;
        var state = automaton.Step(automaton.Step(0, PhraseAlphabet.Start), PhraseAlphabet.Blank);
        var blank = true;
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 128)
            {
                var symbol = symbols[c];
                // A full stop that ends a sentence is punctuation; one inside a word (5.7.1, a host name) is part of it.
                if (c == '.' && (i + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[i + 1]))) symbol = PhraseAlphabet.Blank;
                if (symbol == PhraseAlphabet.Blank)
                {
                    if (blank) continue;
                    blank = true;
                }
                else
                {
                    blank = false;
                }

                state = automaton.Step(state, symbol);
                position++;
                if (PhraseAutomaton.IsHit(state)) Note(text, state, position, i + 1, progress, hits);
                continue;
            }

            if (c is '\u2019' or '\u2018')
            {
                state = automaton.Step(state, (byte)'\'');
                position++;
                blank = false;
                continue;
            }

            if (Fold(c))
            {
                if (blank) continue;
                state = automaton.Step(state, PhraseAlphabet.Blank);
                position++;
                blank = true;
                if (PhraseAutomaton.IsHit(state)) Note(text, state, position, i + 1, progress, hits);
                continue;
            }

            Rune.DecodeFromUtf16(text[i..], out var rune, out var used);
            var length = Rune.ToLowerInvariant(rune).EncodeToUtf8(utf8);
            for (var k = 0; k < length; k++)
            {
                state = automaton.Step(state, utf8[k]);
                position++;
            }

            blank = false;
            i += used - 1;
            if (PhraseAutomaton.IsHit(state)) Note(text, state, position, i + 1, progress, hits);
        }

        if (!blank)
        {
            state = automaton.Step(state, PhraseAlphabet.Blank);
            position++;
            if (PhraseAutomaton.IsHit(state)) Note(text, state, position, text.Length, progress, hits);
        }

        state = automaton.Step(state, PhraseAlphabet.End);
        if (PhraseAutomaton.IsHit(state)) Note(text, state, position + 1, text.Length, progress, hits);
    }

    private void Note(ReadOnlySpan<char> text, ushort state, int position, int rawEnd, Progress progress, PhraseHits hits)
    {
        foreach (var id in _automaton.Outputs(state))
        {
            ref readonly var literal = ref _literals[id];
            if (!literal.IsName && InsideName(text, rawEnd)) continue;
            var start = position - literal.Length;
            foreach (var index in literal.Pieces)
            {
                ref readonly var piece = ref _pieces[index];
                if (piece.Index > 0 && !progress.Follows(index - 1, start, piece.Gap)) continue;
                var from = piece.Index == 0 ? Math.Max(0, rawEnd - literal.Length) : progress.RawStart(index - 1);
                if (piece.IsLast) hits.Add(piece.Group, from, rawEnd);
                else progress.Set(index, position, from);
            }
        }
    }

    /// <summary>True where the word that ends at <paramref name="end"/> goes on into a host name or an address.</summary>
    private static bool InsideName(ReadOnlySpan<char> text, int end)
    {
        if (end > 0 && !char.IsAsciiLetterOrDigit(text[end - 1])) return false;
        for (var i = end; i < text.Length && i < end + 64; i++)
        {
            var c = text[i];
            if (c == '@') return true;
            if (c == '.')
            {
                if (i + 1 < text.Length && (char.IsAsciiLetterLower(text[i + 1]) || char.IsAsciiDigit(text[i + 1]))) return true;
                return false;
            }

            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '+' or '%')) return false;
        }

        return false;
    }

    private static bool IsName(string literal) => literal.AsSpan().IndexOfAny('.', '@', '/') >= 0;

    /// <summary>Typographic blanks, dashes and quotes.</summary>
    private static bool Fold(char c) => c is '\u00A0' or (>= '\u2000' and <= '\u206F') or '\u3000' or '\uFEFF' or '\u3001' or '\u3002' or '\u00AB' or '\u00BB';

    private readonly record struct Literal(int Length, bool IsName, int[] Pieces);

    private readonly record struct Piece(int Group, int Index, bool IsLast, int Gap);

    /// <summary>How far the phrases of several pieces have come, of one thread.</summary>
    private sealed class Progress(PhraseScan owner, int pieces)
    {
        private readonly int[] _round = new int[pieces];
        private readonly int[] _end = new int[pieces];
        private readonly int[] _rawStart = new int[pieces];
        private int _now;

        public PhraseScan Owner => owner;

        public void Begin() => _now++;

        public void Set(int piece, int end, int rawStart) => (_round[piece], _end[piece], _rawStart[piece]) = (_now, end, rawStart);

        public bool Follows(int piece, int start, int gap) =>
            _round[piece] == _now && start >= _end[piece] - 1 && start - _end[piece] <= gap;

        public int RawStart(int piece) => _rawStart[piece];
    }
}
