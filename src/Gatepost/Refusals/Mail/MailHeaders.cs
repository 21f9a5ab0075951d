using System.Text;

namespace Gatepost.Refusals.Mail;

/// <summary>
/// The header fields of a mail, a MIME part or a delivery-status group, as offsets into the bytes; values are decoded
/// when asked for. Tolerant: a leading mbox line, broken lines between fields and blanks before the colon are passed over; a line that was
/// wrapped without a blank after a semicolon or comma belongs to the field before it.
/// </summary>
internal sealed class MailHeaders
{
    private readonly ReadOnlyMemory<byte> _source;
    private Field[] _fields = [];
    private int _count;

    private MailHeaders(ReadOnlyMemory<byte> source) => _source = source;

    private readonly record struct Field(int Start, int NameLength, int ValueStart, int End);

    /// <summary>No fields.</summary>
    public static MailHeaders None { get; } = new(default);

    /// <summary>How many fields there are.</summary>
    public int Count => _count;

    /// <summary>The field at <paramref name="index"/>, in the order they stand.</summary>
    public MailHeader this[int index] => At(_fields[index]);

    /// <summary>Offset of the first field's name; the offset at which the scan started where there is none.</summary>
    public int Start { get; private set; }

    /// <summary>Offset after the empty line that ends the fields.</summary>
    public int BodyStart { get; private set; }

    /// <summary>True where the bytes ended before an empty line did end the fields.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Scans the fields that start at <paramref name="start"/>, up to an empty line or <paramref name="end"/>.</summary>
    public static MailHeaders Scan(ReadOnlyMemory<byte> source, int start, int end)
    {
        var headers = new MailHeaders(source) { Start = start, BodyStart = end, IsCut = true };
        var bytes = source.Span;
        var lines = new LineScanner(bytes, start, end);
        var isOpen = false;
        while (lines.Read())
        {
            var line = lines.Line;
            if (line.IsEmpty)
            {
                if (headers._count == 0 && lines.Start == start && HeaderName.IsField(bytes[lines.Next..end])) continue;
                return headers.EndAt(lines.Next);
            }

            if (line[0] is (byte)' ' or (byte)'\t')
            {
                if (line.TrimBlanks().IsEmpty && !HeaderName.IsField(bytes[lines.Next..end])) return headers.EndAt(lines.Next);
                if (isOpen) headers._fields[headers._count - 1] = headers._fields[headers._count - 1] with { End = lines.End };
                continue;
            }

            var length = HeaderName.Length(line, out var colon);
            if (length > 0)
            {
                headers.Add(new Field(lines.Start, length, lines.Start + colon + 1, lines.End));
                isOpen = true;
            }
            else if (isOpen && bytes[start..lines.Start].TrimBlanks() is [.., (byte)';' or (byte)','])
            {
                headers.ExtendLast(lines.End);
            }
            else if (line.StartsWith("From "u8) || line.StartsWith(">From "u8) || HeaderName.FollowsWithoutBlank(bytes[lines.Next..end]))
            {
                isOpen = false;
            }
            else
            {
                return headers.EndAt(lines.Start);
            }
        }

        return headers;
    }

    /// <summary>The first field of this name (any case).</summary>
    public bool TryGet(ReadOnlySpan<byte> name, out MailHeader header) => TryGetNext(name, 0, out header) >= 0;

    /// <summary>The first field of this name at or after <paramref name="index"/>; returns the index after it, -1 where there is none.</summary>
    public int TryGetNext(ReadOnlySpan<byte> name, int index, out MailHeader header)
    {
        var bytes = _source.Span;
        for (var i = index; i < _count; i++)
        {
            ref readonly var field = ref _fields[i];
            if (field.NameLength != name.Length || (bytes[field.Start] | 0x20) != (name[0] | 0x20)) continue;
            if (!Ascii.EqualsIgnoreCase(bytes.Slice(field.Start, field.NameLength), name)) continue;
            header = At(field);
            return i + 1;
        }

        header = default;
        return -1;
    }

    /// <summary>True where there is a field of this name.</summary>
    public bool Has(ReadOnlySpan<byte> name) => TryGet(name, out _);

    /// <summary>The raw value of the first field of this name, trimmed; empty where there is none. Allocates nothing.</summary>
    public ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> name) => TryGet(name, out var header) ? header.Raw : default;

    /// <summary>The value of the first field of this name, unfolded and decoded; null where there is none.</summary>
    public string? Text(ReadOnlySpan<byte> name) => TryGet(name, out var header) ? header.Text : null;

    /// <summary>True where a field of this name holds <paramref name="needle"/> in its raw value, in any case. Allocates nothing.</summary>
    public bool Contains(ReadOnlySpan<byte> name, ReadOnlySpan<byte> needle)
    {
        for (var i = TryGetNext(name, 0, out var header); i >= 0; i = TryGetNext(name, i, out header))
            if (header.Raw.ContainsIgnoreCase(needle)) return true;
        return false;
    }

    /// <summary>True where the first field of this name begins with <paramref name="prefix"/>, in any case. Allocates nothing.</summary>
    public bool StartsWith(ReadOnlySpan<byte> name, ReadOnlySpan<byte> prefix) => Raw(name).StartsWithIgnoreCase(prefix);

    /// <summary>True where any field's name begins with <paramref name="prefix"/>, in any case. Allocates nothing.</summary>
    public bool HasPrefix(ReadOnlySpan<byte> prefix)
    {
        var bytes = _source.Span;
        for (var i = 0; i < _count; i++)
            if (bytes.Slice(_fields[i].Start, _fields[i].NameLength).StartsWithIgnoreCase(prefix)) return true;
        return false;
    }

    private MailHeader At(in Field field) => new(_source, field.Start, field.NameLength, field.ValueStart, field.End);

    private MailHeaders EndAt(int bodyStart)
    {
        BodyStart = bodyStart;
        IsCut = false;
        return this;
    }

    /// <summary>Fields that another scanner finds, put together with <see cref="Add(int, int, int, int)"/>.</summary>
    public static MailHeaders Over(ReadOnlyMemory<byte> source) => new(source);

    /// <summary>Adds a field.</summary>
    public void Add(int start, int nameLength, int valueStart, int end) => Add(new Field(start, nameLength, valueStart, end));

    /// <summary>Takes a line more into the last field.</summary>
    public void ExtendLast(int end)
    {
        if (_count > 0) _fields[_count - 1] = _fields[_count - 1] with { End = end };
    }

    private void Add(Field field)
    {
        if (_count == 0) Start = field.Start;
        if (_count == _fields.Length) Array.Resize(ref _fields, Math.Max(12, _count * 2));
        _fields[_count++] = field;
    }
}
