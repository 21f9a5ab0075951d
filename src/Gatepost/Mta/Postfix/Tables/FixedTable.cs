using System.Buffers;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Tables;

/// <summary>
/// A table of whole keys: hash, texthash, inline and their like. It keeps the text that it was read from and where in it keys and values stand, so that a million entries take little more
/// memory than the text.
/// </summary>
internal sealed class FixedTable : PostfixTable
{
    private readonly string _text;
    private readonly string _joined;
    private readonly string _file;
    private readonly bool _foldsAll;
    private readonly Slot[] _slots;
    private readonly int[] _buckets;
    private readonly TableEntry?[] _made;

    internal readonly record struct Slot(int Key, int KeyLength, int Value, int ValueLength, int Line);

    private FixedTable(Builder from)
    {
        Name = from.Name;
        (_text, _joined, _file, _foldsAll) = (from.Text, from.Joined.WrittenSpan.ToString(), from.File, from.FoldsAll);
        _buckets = from.Buckets;
        _slots = [.. from.Slots];
        _made = new TableEntry?[_slots.Length];
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override bool TakesPartialKeys => true;

    /// <inheritdoc/>
    public override OpaqueTable? Outside => null;

    /// <inheritdoc/>
    public override TableFault? Fault => null;

    /// <inheritdoc/>
    public override IEnumerable<TableEntry> Entries => Enumerable.Range(0, _slots.Length).Select(Entry);

    /// <inheritdoc/>
    public override TableResult Find(ReadOnlySpan<char> key)
    {
        if (_slots.Length == 0) return default;
        for (var at = Hash(key, _foldsAll) & (_buckets.Length - 1); _buckets[at] != 0; at = (at + 1) & (_buckets.Length - 1))
        {
            var index = _buckets[at] - 1;
            if (!AreOne(Slice(_text, _joined, _slots[index].Key, _slots[index].KeyLength), key, _foldsAll)) continue;
            var entry = Entry(index);
            return new TableResult(entry, entry.Value);
        }

        return default;
    }

    /// <inheritdoc/>
    public override void Mark(Landmarks landmarks, PatternSubject over, Action<string> mark)
    {
        foreach (var slot in _slots) mark(Slice(_text, _joined, slot.Key, slot.KeyLength).ToString().ToLowerInvariant());
    }

    private TableEntry Entry(int index)
    {
        if (_made[index] is { } made) return made;
        var slot = _slots[index];
        return _made[index] = new TableEntry(
            Slice(_text, _joined, slot.Key, slot.KeyLength).ToString(), Slice(_text, _joined, slot.Value, slot.ValueLength).ToString(), new Origin(_file, slot.Line));
    }

    private static ReadOnlySpan<char> Slice(ReadOnlySpan<char> text, ReadOnlySpan<char> joined, int start, int length) =>
        start < text.Length ? text.Slice(start, length) : joined.Slice(start - text.Length, length);

    private static char Fold(char c, bool all) => c < 0x80 ? char.ToLowerInvariant(c) : all ? char.ToLowerInvariant(c) : c;

    private static int Hash(ReadOnlySpan<char> key, bool all)
    {
        var hash = 2166136261u;
        foreach (var c in key) hash = (hash ^ Fold(c, all)) * 16777619;
        return (int)((hash ^ (hash >> 15)) & int.MaxValue);
    }

    private static bool AreOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b, bool all)
    {
        if (a.Length != b.Length) return false;
        for (var i = 0; i < a.Length; i++)
            if (a[i] != b[i] && Fold(a[i], all) != Fold(b[i], all)) return false;
        return true;
    }

    /// <summary>Makes a table, entry by entry. Of several entries with one key the first holds.</summary>
    internal sealed class Builder(string name, string text, string file, bool foldsAll)
    {
        public string Name => name;

        public string Text => text;

        public string File => file;

        public bool FoldsAll => foldsAll;

        public ArrayBufferWriter<char> Joined { get; } = new();

        public List<Slot> Slots { get; } = [];

        public int[] Buckets { get; private set; } = new int[16];

        /// <summary>Adds an entry of the table's own text; false where its key is there already.</summary>
        /// <param name="line">The logical line.</param>
        /// <param name="offset">Where it begins in the text; -1 where it is joined from several lines.</param>
        /// <param name="key">The key, within the line.</param>
        /// <param name="value">The value, within the line.</param>
        /// <param name="number">The line's number.</param>
        public bool Add(ReadOnlySpan<char> line, int offset, ReadOnlySpan<char> key, ReadOnlySpan<char> value, int number)
        {
            var at = Place(key);
            if (Buckets[at] != 0) return false;
            if (offset < 0)
            {
                offset = text.Length + Joined.WrittenCount;
                Joined.Write(line);
            }

            line.Overlaps(key, out var keyAt);
            line.Overlaps(value, out var valueAt);
            Slots.Add(new Slot(offset + keyAt, key.Length, offset + (value.IsEmpty ? 0 : valueAt), value.Length, number));
            Buckets[at] = Slots.Count;
            if (Slots.Count * 2 > Buckets.Length) Grow();
            return true;
        }

        /// <summary>Adds an entry of a text of its own, in place of an earlier one with its key.</summary>
        public void Put(ReadOnlySpan<char> line, ReadOnlySpan<char> key, ReadOnlySpan<char> value, int number)
        {
            if (Buckets[Place(key)] is var there and > 0)
            {
                // The earlier key stays: keys are one but for letter case.
                var slot = Slots[there - 1];
                Slots[there - 1] = slot with { Value = text.Length + Joined.WrittenCount, ValueLength = value.Length };
                Joined.Write(value);
                return;
            }

            Add(line, -1, key, value, number);
        }

        public FixedTable Make() => new(this);

        private int Place(ReadOnlySpan<char> key)
        {
            var at = Hash(key, foldsAll) & (Buckets.Length - 1);
            for (; Buckets[at] != 0; at = (at + 1) & (Buckets.Length - 1))
                if (AreOne(Key(Buckets[at] - 1), key, foldsAll)) break;
            return at;
        }

        private ReadOnlySpan<char> Key(int index) => Slice(text, Joined.WrittenSpan, Slots[index].Key, Slots[index].KeyLength);

        private void Grow()
        {
            Buckets = new int[Buckets.Length * 2];
            for (var i = 0; i < Slots.Count; i++)
            {
                var at = Hash(Key(i), foldsAll) & (Buckets.Length - 1);
                while (Buckets[at] != 0) at = (at + 1) & (Buckets.Length - 1);
                Buckets[at] = i + 1;
            }
        }
    }
}
