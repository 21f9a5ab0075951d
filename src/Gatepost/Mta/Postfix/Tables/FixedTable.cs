using System.Buffers;
using System.Numerics;
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
    private readonly ulong[] _buckets;
    private readonly ulong _lengths;
    private readonly TableEntry?[] _made;

    internal readonly record struct Slot(int Key, int KeyLength, int Value, int ValueLength, int Line);

    private FixedTable(Builder from)
    {
        Name = from.Name;
        (_text, _joined, _file, _foldsAll) = (from.Text, from.Joined.WrittenSpan.ToString(), from.File, from.FoldsAll);
        _buckets = from.Buckets;
        _slots = [.. from.Slots];
        foreach (var slot in _slots) _lengths |= LengthBit(slot.KeyLength);
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
        // Most keys that are asked for are as long as none that is there.
        if ((_lengths & LengthBit(key.Length)) == 0) return default;
        var hash = Hash(key, _foldsAll);
        for (var at = (int)hash & (_buckets.Length - 1); _buckets[at] is not 0 and var bucket; at = (at + 1) & (_buckets.Length - 1))
        {
            if (HashIn(bucket) != hash) continue;
            var index = IndexIn(bucket);
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

    private static char Fold(char c, bool all) => (uint)(c - 'A') <= 'Z' - 'A' ? (char)(c | 0x20) : c < 0x80 || !all ? c : char.ToLowerInvariant(c);

    private static ulong LengthBit(int length) => 1UL << Math.Min(length, 63);

    // Two characters at a time.
    private static uint Hash(ReadOnlySpan<char> key, bool all)
    {
        const ulong Factor = 0x9E3779B97F4A7C15;
        var hash = (ulong)key.Length;
        var i = 0;
        for (; i + 1 < key.Length; i += 2) hash = (BitOperations.RotateLeft(hash, 5) ^ (Fold(key[i], all) | ((ulong)Fold(key[i + 1], all) << 16))) * Factor;
        if (i < key.Length) hash = (BitOperations.RotateLeft(hash, 5) ^ Fold(key[i], all)) * Factor;
        return (uint)(hash >> 32);
    }

    // A bucket holds the hash of a key and, from 1, the slot that it is in; an empty one is 0.
    private static ulong Bucket(uint hash, int index) => ((ulong)hash << 32) | ((uint)index + 1);

    private static uint HashIn(ulong bucket) => (uint)(bucket >> 32);

    private static int IndexIn(ulong bucket) => (int)(uint)bucket - 1;

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

        public ulong[] Buckets { get; private set; } = new ulong[16];

        /// <summary>Adds an entry of the table's own text; false where its key is there already.</summary>
        /// <param name="line">The logical line.</param>
        /// <param name="offset">Where it begins in the text; -1 where it is joined from several lines.</param>
        /// <param name="key">The key, within the line.</param>
        /// <param name="value">The value, within the line.</param>
        /// <param name="number">The line's number.</param>
        public bool Add(ReadOnlySpan<char> line, int offset, ReadOnlySpan<char> key, ReadOnlySpan<char> value, int number)
        {
            var hash = Hash(key, foldsAll);
            var at = Place(key, hash);
            if (Buckets[at] != 0) return false;
            if (offset < 0)
            {
                offset = text.Length + Joined.WrittenCount;
                Joined.Write(line);
            }

            line.Overlaps(key, out var keyAt);
            line.Overlaps(value, out var valueAt);
            Slots.Add(new Slot(offset + keyAt, key.Length, offset + (value.IsEmpty ? 0 : valueAt), value.Length, number));
            Buckets[at] = Bucket(hash, Slots.Count - 1);
            if (Slots.Count * 2 > Buckets.Length) Grow();
            return true;
        }

        /// <summary>Adds an entry of a text of its own, in place of an earlier one with its key.</summary>
        public void Put(ReadOnlySpan<char> line, ReadOnlySpan<char> key, ReadOnlySpan<char> value, int number)
        {
            if (Buckets[Place(key, Hash(key, foldsAll))] is not 0 and var there)
            {
                // The earlier key stays: keys are one but for letter case.
                var index = IndexIn(there);
                var slot = Slots[index];
                Slots[index] = slot with { Value = text.Length + Joined.WrittenCount, ValueLength = value.Length };
                Joined.Write(value);
                return;
            }

            Add(line, -1, key, value, number);
        }

        public FixedTable Make() => new(this);

        private int Place(ReadOnlySpan<char> key, uint hash)
        {
            var at = (int)hash & (Buckets.Length - 1);
            for (; Buckets[at] != 0; at = (at + 1) & (Buckets.Length - 1))
                if (HashIn(Buckets[at]) == hash && AreOne(Key(IndexIn(Buckets[at])), key, foldsAll)) break;
            return at;
        }

        private ReadOnlySpan<char> Key(int index) => Slice(text, Joined.WrittenSpan, Slots[index].Key, Slots[index].KeyLength);

        private void Grow()
        {
            var old = Buckets;
            Buckets = new ulong[old.Length * 2];
            foreach (var bucket in old)
            {
                if (bucket == 0) continue;
                var at = (int)HashIn(bucket) & (Buckets.Length - 1);
                while (Buckets[at] != 0) at = (at + 1) & (Buckets.Length - 1);
                Buckets[at] = bucket;
            }
        }
    }
}
