using System.Text;

namespace Gatepost.Diagnoses.Text;

/// <summary>A set of phrases ready to be looked for. Thread-safe: each thread has a machine of its own.</summary>
internal sealed class PhraseScan
{
    [ThreadStatic]
    private static Runner?[]? t_runners;

    private static int s_scans;
    private readonly int _id = Interlocked.Increment(ref s_scans);
    private readonly bool _asciiOnly;
    private readonly PhraseGraph _graph = new();
    private readonly PieceInfo[] _pieces;
    private readonly PieceUse[] _uses;

    /// <summary>Builds the scan; a malformed phrase throws <see cref="FormatException"/>.</summary>
    public PhraseScan(IReadOnlyList<(int Group, string Phrase)> phrases, bool asciiOnly)
    {
        _asciiOnly = asciiOnly;
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var users = new List<List<int>>();
        var lengths = new List<(int Shortest, int Longest)>();
        var uses = new List<PieceUse>();
        foreach (var (group, phrase) in phrases)
        {
            var parsed = PhraseSyntax.Parse(phrase);
            for (var i = 0; i < parsed.Count; i++)
            {
                if (!ids.TryGetValue(parsed[i].Text, out var id))
                {
                    ids[parsed[i].Text] = id = users.Count;
                    users.Add([]);
                    lengths.Add(_graph.Add(id, parsed[i].Text));
                }

                users[id].Add(uses.Count);
                uses.Add(new PieceUse(group, i, i == parsed.Count - 1, parsed[i].Gap));
            }
        }

        _uses = [.. uses];
        _pieces = new PieceInfo[users.Count];
        foreach (var (text, id) in ids)
            _pieces[id] = new PieceInfo(lengths[id].Shortest, lengths[id].Longest, text.AsSpan().IndexOfAny('.', '@', '/') >= 0, [.. users[id]]);
    }

    /// <summary>The size of the phrases together.</summary>
    public int Positions => _graph.Count;

    /// <summary>States made by this thread so far.</summary>
    public int States => Mine().Machine.States;

    /// <summary>Adds what stands in <paramref name="text"/> to <paramref name="hits"/>.</summary>
    public void Run(ReadOnlySpan<char> text, PhraseHits hits)
    {
        if (_pieces.Length == 0) return;
        var runner = Mine();
        var machine = runner.Machine;
        machine.Trim();
        runner.Begin();
        var columns = machine.AsciiColumns;
        var table = machine.Table;
        var shift = machine.Shift;
        var position = 1;
        var entry = machine.Step(machine.Step(0, machine.Column(PhraseAlphabet.Start)), PhraseMachine.BlankColumn);
        var blank = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c >= 128)
            {
                entry = Beyond(text, ref i, entry, ref position, ref blank, machine);
                table = machine.Table;
                if ((entry & PhraseMachine.EndFlag) != 0) Note(text, machine.Ends(entry), position, i + 1, runner, hits);
                continue;
            }

            var column = columns[c];
            // A full stop that ends a sentence is punctuation; one inside a word (5.7.1, a host name) is part of it.
            if (c == '.' && (i + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[i + 1]))) column = PhraseMachine.BlankColumn;
            if (column == PhraseMachine.BlankColumn)
            {
                if (blank) continue;
                blank = true;
            }
            else
            {
                blank = false;
            }

            var state = entry & ~PhraseMachine.EndFlag;
            entry = table[(state << shift) + column];
            if (entry == PhraseMachine.Unmade)
            {
                entry = machine.Make(state, column);
                table = machine.Table;
            }

            position++;
            if ((entry & PhraseMachine.EndFlag) != 0) Note(text, machine.Ends(entry), position, i + 1, runner, hits);
        }

        if (!blank)
        {
            entry = machine.Step(entry, PhraseMachine.BlankColumn);
            position++;
            if ((entry & PhraseMachine.EndFlag) != 0) Note(text, machine.Ends(entry), position, text.Length, runner, hits);
        }

        entry = machine.Step(entry, machine.Column(PhraseAlphabet.End));
        if ((entry & PhraseMachine.EndFlag) != 0) Note(text, machine.Ends(entry), position + 1, text.Length, runner, hits);
    }

    /// <summary>Takes a character beyond ASCII: folded to a blank or an apostrophe, or byte by byte as UTF-8.</summary>
    private static ushort Beyond(ReadOnlySpan<char> text, ref int i, ushort entry, ref int position, ref bool blank, PhraseMachine machine)
    {
        var c = text[i];
        if (PhraseAlphabet.IsBlank(c) && !PhraseAlphabet.IsApostrophe(c))
        {
            if (blank) return (ushort)(entry & ~PhraseMachine.EndFlag);
            blank = true;
            position++;
            return machine.Step(entry, PhraseMachine.BlankColumn);
        }

        blank = false;
        if (PhraseAlphabet.IsApostrophe(c))
        {
            position++;
            return machine.Step(entry, machine.Column((byte)'\''));
        }

        Span<byte> utf8 = stackalloc byte[4];
        Rune.DecodeFromUtf16(text[i..], out var rune, out var used);
        var length = Rune.ToLowerInvariant(rune).EncodeToUtf8(utf8);
        foreach (var b in utf8[..length]) entry = machine.Step(entry, machine.Column(b));
        position += length;
        i += used - 1;
        return entry;
    }

    private void Note(ReadOnlySpan<char> text, ReadOnlySpan<int> ends, int position, int rawEnd, Runner runner, PhraseHits hits)
    {
        var inside = -1;
        foreach (var id in ends)
        {
            ref readonly var piece = ref _pieces[id];
            foreach (var index in piece.Uses)
            {
                ref readonly var use = ref _uses[index];
                if (hits[use.Group]) continue;
                if (use.Index > 0 && !runner.Follows(index - 1, position - piece.Shortest, position - piece.Longest, use.Gap)) continue;
                if (!piece.IsName)
                {
                    if (inside < 0) inside = InsideName(text, rawEnd) ? 1 : 0;
                    if (inside == 1) break;
                }

                var from = use.Index == 0 ? Math.Max(0, rawEnd - piece.Longest - 1) : runner.RawStart(index - 1);
                if (use.IsLast) hits.Add(use.Group, from, rawEnd);
                else runner.Set(index, position, from);
            }
        }
    }

    private Runner Mine()
    {
        var runners = t_runners;
        if (runners is null || runners.Length <= _id) Array.Resize(ref runners, _id + 4);
        t_runners = runners;
        return runners[_id] ??= new Runner(new PhraseMachine(_graph, _asciiOnly), _uses.Length);
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
                return i + 1 < text.Length && (char.IsAsciiLetterLower(text[i + 1]) || char.IsAsciiDigit(text[i + 1]));
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '+' or '%')) return false;
        }

        return false;
    }

    private readonly record struct PieceInfo(int Shortest, int Longest, bool IsName, int[] Uses);

    private readonly record struct PieceUse(int Group, int Index, bool IsLast, int Gap);

    /// <summary>A thread's machine, and how far the phrases of several pieces have come in the present text.</summary>
    private sealed class Runner(PhraseMachine machine, int uses)
    {
        private readonly int[] _round = new int[uses];
        private readonly int[] _end = new int[uses];
        private readonly int[] _rawStart = new int[uses];
        private readonly int[] _endBefore = new int[uses];
        private int _now;

        public PhraseMachine Machine => machine;

        public void Begin() => _now++;

        public void Set(int use, int end, int rawStart)
        {
            _endBefore[use] = _round[use] == _now ? _end[use] : int.MaxValue / 2;
            (_round[use], _end[use], _rawStart[use]) = (_now, end, rawStart);
        }

        /// <summary>True where a piece follows one of the last two places of the piece before it: the last may lie inside this piece.</summary>
        public bool Follows(int use, int latestStart, int earliestStart, int gap) =>
            _round[use] == _now
            && ((latestStart >= _end[use] - 1 && earliestStart - _end[use] <= gap)
                || (latestStart >= _endBefore[use] - 1 && earliestStart - _endBefore[use] <= gap));

        public int RawStart(int use) => _rawStart[use];
    }
}
