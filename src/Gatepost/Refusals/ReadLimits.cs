namespace Gatepost.Refusals;

/// <summary>What bounds the work that one input can cause. Reaching a limit is told in <see cref="Refusal.Notes"/>.</summary>
public sealed record ReadLimits
{
    /// <summary>The limits used where none are given.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Bytes read of one mail or document; the rest is left unread. 64 MiB.</summary>
    public int DocumentBytes { get; init; } = 64 << 20;

    /// <summary>Bytes read of one line; the rest of the line is passed over. 64 KiB.</summary>
    public int LineBytes { get; init; } = 64 << 10;

    /// <summary>Levels of MIME parts and mails inside mails. 16.</summary>
    public int Nesting { get; init; } = 16;

    /// <summary>Refusals read from one mail. 10,000.</summary>
    public int RefusalsPerDocument { get; init; } = 10_000;

    /// <summary>Bytes that gzip may unfold to from one file. 16 GiB.</summary>
    public long UncompressedBytes { get; init; } = 16L << 30;

    /// <summary>Characters kept of a reply's text or explanation. 4,000.</summary>
    public int TextLength { get; init; } = 4_000;
}
