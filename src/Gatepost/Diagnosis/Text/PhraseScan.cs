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
    private readonly PhraseGraph _graph;
    private readonly PieceInfo[] _pieces;
    private readonly PhraseFinal[] _finals;
    private readonly PhraseLink[] _links;

    /// <summary>Builds the scan; a malformed phrase throws <see cref="FormatException"/>.</summary>
    public PhraseScan(IReadOnlyList<(int Group, string Phrase)> phrases, bool asciiOnly)
    {
        _asciiOnly = asciiOnly;
        _graph = new PhraseGraph(phrases.Count * 128);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var pieces = new List<PieceInfo>();
        var finals = new List<PhraseFinal>();
        var links = new List<PhraseLink>();
        foreach (var same in phrases.GroupBy(static p => p.Phrase, StringComparer.Ordinal))
        {
            var phrase = same.Key;
            int[] groups = [.. same.Select(static p => p.Group).Distinct()];
            var link = -1;
            var parsed = PhraseSyntax.Parse(phrase);
            for (var i = 0; i < parsed.Count; i++)
            {
                if (!ids.TryGetValue(parsed[i].Text, out var id))
                {
                    ids[parsed[i].Text] = id = pieces.Count;
                    var (shortest, longest) = _graph.Add(id, PieceSyntax.Of(parsed[i].Text));
                    pieces.Add(new PieceInfo(shortest, longest, parsed[i].Text.AsSpan().IndexOfAny('.', '@', '/') >= 0));
                }

                if (i == parsed.Count - 1)
                {
                    finals.Add(new PhraseFinal(groups[0], groups.Length > 1 ? groups : null, link, link < 0 ? -1 : links[link].Piece, parsed[i].Gap, id, pieces[id].Shortest, pieces[id].Longest, pieces[id].IsName));
                    break;
                }

                pieces[id] = pieces[id] with { IsRecorded = true };
                links.Add(new PhraseLink(id, link, parsed[i].Gap));
                link = links.Count - 1;
            }
        }

        _links = [.. links];
        _finals = [.. finals.Select(static (f, i) => (f, i)).OrderBy(static x => x.f.Piece).ThenBy(static x => x.i).Select(static x => x.f)];
        _pieces = [.. pieces];
        for (var i = _finals.Length - 1; i >= 0; i--) _pieces[_finals[i].Piece] = _pieces[_finals[i].Piece] with { FirstFinal = i };
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
        var origin = runner.Places.Begin(text.Length);
        var columns = machine.AsciiColumns;
        var table = machine.Table;
        var shift = machine.Shift;
        var position = origin + 1;
        var entry = machine.Step(machine.Step(0, machine.Column(PhraseAlphabet.Start)), PhraseMachine.BlankColumn);
        var blank = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c >= 128)
            {
                entry = Beyond(text, ref i, entry, ref position, ref blank, machine);
                table = machine.Table;
                if ((entry & PhraseMachine.EndFlag) != 0) Note(text, machine.Ends(entry), position, i + 1, runner.Places, hits);
                continue;
            }

            var column = columns[c];
            // A full stop that ends a sentence is punctuation; one inside a word (5.7.1, a host name) is part of it.
            if (c == '.' && (i == 0 || i + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[i - 1]) || !char.IsAsciiLetterOrDigit(text[i + 1]))) column = PhraseMachine.BlankColumn;
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
            if ((entry & PhraseMachine.EndFlag) != 0) Note(text, machine.Ends(entry), position, i + 1, runner.Places, hits);
        }

        if (!blank)
        {
            entry = machine.Step(entry, PhraseMachine.BlankColumn);
            position++;
            if ((entry & PhraseMachine.EndFlag) != 0) Note(text, machine.Ends(entry), position, text.Length, runner.Places, hits);
        }

        entry = machine.Step(entry, machine.Column(PhraseAlphabet.End));
        if ((entry & PhraseMachine.EndFlag) != 0) Note(text, machine.Ends(entry), position + 1, text.Length, runner.Places, hits);
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

    private void Note(ReadOnlySpan<char> text, PhraseEnds ends, int position, int rawEnd, PhrasePlaces places, PhraseHits hits)
    {
        var inside = InsideName(text, rawEnd);
        if (inside && !ends.HasNames) return;
        foreach (ref readonly var final in ends.Finals.AsSpan())
        {
            if (final.Others is null && hits[final.Group]) continue;
            if (inside && !final.IsName) continue;
            int start;
            if (final.Link < 0)
            {
                start = Math.Max(0, rawEnd - final.Longest - 1);
            }
            else
            {
                if (position - final.Longest - places.Last(final.Before).End > final.Gap) continue;
                start = Reaches(places, final.Link, position - final.Shortest, position - final.Longest, final.Gap);
                if (start < 0) continue;
            }

            if (final.Others is null) hits.Add(final.Group, start, rawEnd);
            else
                foreach (var group in final.Others) hits.Add(group, start, rawEnd);
        }

        foreach (var piece in ends.Records)
            if (!inside || _pieces[piece].IsName) places.Record(piece, position, rawEnd);
    }

    /// <summary>Where a phrase starts whose later pieces begin here; -1 where the pieces before them do not stand close enough.</summary>
    private int Reaches(PhrasePlaces places, int index, int latestStart, int earliestStart, int gap)
    {
        ref readonly var link = ref _links[index];
        var place = places.Last(link.Piece);
        if (earliestStart - place.End > gap) return -1;
        if (latestStart < place.End - 1)
        {
            place = places.Before(link.Piece);
            if (latestStart < place.End - 1 || earliestStart - place.End > gap) return -1;
        }

        ref readonly var piece = ref _pieces[link.Piece];
        return link.Before < 0
            ? Math.Max(0, place.RawEnd - piece.Longest - 1)
            : Reaches(places, link.Before, place.End - piece.Shortest, place.End - piece.Longest, link.Gap);
    }

    private PhraseEnds EndsOf(IReadOnlyList<int> pieces)
    {
        var finals = new List<PhraseFinal>();
        foreach (var piece in pieces)
            for (var i = _pieces[piece].FirstFinal; i >= 0 && i < _finals.Length && _finals[i].Piece == piece; i++) finals.Add(_finals[i]);
        int[] records = [.. pieces.Where(p => _pieces[p].IsRecorded)];
        return new PhraseEnds([.. finals], records, pieces.Any(p => _pieces[p].IsName));
    }

    private Runner Mine()
    {
        var runners = t_runners;
        if (runners is null || runners.Length <= _id) Array.Resize(ref runners, _id + 4);
        t_runners = runners;
        return runners[_id] ??= new Runner(new PhraseMachine(_graph, _asciiOnly, EndsOf), new PhrasePlaces(_pieces.Length));
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

    /// <summary>A piece: the lengths of its texts, whether it may be part of a name, whether its places are kept, and the first phrase that ends with it.</summary>
    private readonly record struct PieceInfo(int Shortest, int Longest, bool IsName, bool IsRecorded = false, int FirstFinal = -1);

    /// <summary>What one thread needs.</summary>
    private sealed record Runner(PhraseMachine Machine, PhrasePlaces Places);
}
