using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gatepost.Evidence.Bulk;

/// <summary>
/// The targets that an earlier output answers, so that they are not asked again. Holds 16 octets a target: a digest, since the
/// texts of a million targets would not fit.
/// </summary>
public sealed class AnsweredTargets
{
    private const int LongestLine = 16 << 20;
    private readonly List<UInt128> _digests = [];

    private AnsweredTargets()
    {
    }

    /// <summary>Targets answered, the same one as often as it was.</summary>
    public int Count => _digests.Count;

    /// <summary>Lines that hold no answer: cut off when the earlier run was stopped, or not ours.</summary>
    public int BrokenLines { get; private set; }

    /// <summary>False where the last line lacks its line feed: what is appended must begin with one.</summary>
    public bool EndsCleanly { get; private set; } = true;

    /// <summary>Reads an output of <c>gatepost probe --json</c>, whole or cut off anywhere.</summary>
    public static async Task<AnsweredTargets> Read(Stream stream, CancellationToken cancel)
    {
        var answered = new AnsweredTargets();
        var lines = new ByteLines(stream, LongestLine);
        while (await lines.Next(cancel).ConfigureAwait(false))
        {
            answered.EndsCleanly = lines.IsTerminated;
            if (lines.Line.IsEmpty && !lines.IsTooLong) continue;
            if (TargetOf(lines.Line.Span) is { } target) answered._digests.Add(Digest(target));
            else answered.BrokenLines++;
        }

        answered._digests.Sort();
        return answered;
    }

    /// <summary>True where the target, as its list writes it, was answered.</summary>
    public bool Contains(string target) => _digests.BinarySearch(Digest(target)) >= 0;

    // A line counts only where it is one whole object.
    private static string? TargetOf(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        string? target = null;
        var isProbe = false;
        try
        {
            while (json.Read())
            {
                if (json.CurrentDepth != 1 || json.TokenType != JsonTokenType.PropertyName) continue;
                if (json.ValueTextEquals("schema"u8))
                    isProbe = json.Read() && json.TokenType == JsonTokenType.String && json.GetString()!.StartsWith("gatepost.probe/", StringComparison.Ordinal);
                else if (json.ValueTextEquals("target"u8))
                    target = json.Read() && json.TokenType == JsonTokenType.String ? json.GetString() : null;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }

        return isProbe ? target : null;
    }

    private static UInt128 Digest(string target)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(target), digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }
}
