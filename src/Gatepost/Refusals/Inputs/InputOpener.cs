using System.IO.Compression;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Gatepost.Refusals.Inputs;

/// <summary>
/// Opens inputs. Small files cost one open, one read and one close; larger ones, standard input, pipes and everything
/// compressed are read as streams in bounded memory.
/// </summary>
/// <param name="limits">The limits.</param>
/// <param name="standardInput">Gives standard input; null where there is none.</param>
public sealed class InputOpener(ReadLimits limits, Func<Stream>? standardInput = null)
{
    /// <summary>Opens <paramref name="entry"/>. A file that cannot be opened is a value, never an exception.</summary>
    public OpenResult Open(in InputEntry entry)
    {
        if (entry.Problem is { } problem) return new OpenResult(null, problem);
        if (entry.IsEmpty) return new OpenResult(new OpenedInput(entry.Source, default, null, []), null);
        try
        {
            if (!entry.IsStandardInput) return OpenFile(entry.Source);
            return standardInput is null
                ? new OpenResult(null, "there is no standard input")
                : OpenStream(entry.Source, standardInput(), null);
        }
        catch (Exception e) when (InputProblems.IsExpected(e))
        {
            return new OpenResult(null, e is UnauthorizedAccessException && Directory.Exists(entry.Source) ? "is a directory" : InputProblems.Describe(e));
        }
    }

    /// <summary>Opens bytes that are in memory, as if they were a file's.</summary>
    public OpenedInput Open(string source, ReadOnlyMemory<byte> bytes)
    {
        var head = bytes.Span;
        if (!IsGzip(head) && ByteOrderMark.Read(head, out _) == 0) return new OpenedInput(source, bytes, null, []);
        return OpenStream(source, new ReplayStream(bytes, Stream.Null), null).Input!;
    }

    private OpenResult OpenFile(string path)
    {
        var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            var length = LengthOf(handle);
            if (length is <= 0 or > OpenedInput.HeadBytes)
                return OpenStream(path, new FileStream(handle, FileAccess.Read, bufferSize: 0), length > 0 ? path : null);
            var bytes = GC.AllocateUninitializedArray<byte>((int)length);
            var filled = 0;
            for (int read; filled < bytes.Length && (read = RandomAccess.Read(handle, bytes.AsSpan(filled), filled)) > 0;) filled += read;
            handle.Dispose();
            return new OpenResult(Open(path, bytes.AsMemory(0, filled)), null);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>The length of a regular file; 0 where there is no such thing.</summary>
    private static long LengthOf(SafeFileHandle handle)
    {
        try
        {
            return RandomAccess.GetLength(handle);
        }
        catch (NotSupportedException)
        {
            return 0;
        }
    }

    private OpenResult OpenStream(string source, Stream raw, string? plainPath)
    {
        var guard = new GuardedStream(raw);
        List<GuardedStream> guards = [guard];
        Stream stream = guard;
        var head = ReadHead(stream, out var more);
        if (head.Length == 0 && guard.Failure is { } failure)
        {
            guard.Dispose();
            return new OpenResult(null, failure);
        }

        if (IsGzip(head.Span))
        {
            plainPath = null;
            guard = new GuardedStream(new GZipStream(new ReplayStream(head, stream), CompressionMode.Decompress), limits.UncompressedBytes);
            guards.Add(guard);
            stream = guard;
            head = ReadHead(stream, out more);
        }

        if (ByteOrderMark.Read(head.Span, out var encoding) is > 0 and var mark)
        {
            plainPath = null;
            if (encoding is null)
            {
                head = head[mark..];
            }
            else
            {
                stream = Encoding.CreateTranscodingStream(new ReplayStream(head[mark..], stream), encoding, Encoding.UTF8);
                head = ReadHead(stream, out more);
            }
        }

        if (more) return new OpenResult(new OpenedInput(source, head, stream, guards, plainPath), null);
        stream.Dispose();
        return new OpenResult(new OpenedInput(source, head, null, guards, plainPath), null);
    }

    private static ReadOnlyMemory<byte> ReadHead(Stream stream, out bool more)
    {
        var buffer = new byte[OpenedInput.HeadBytes];
        var filled = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        more = filled == buffer.Length;
        return buffer.AsMemory(0, filled);
    }

    /// <summary>Reads at most <paramref name="limit"/> bytes; <paramref name="more"/> tells whether there were more.</summary>
    internal static ReadOnlyMemory<byte> ReadUpTo(Stream stream, int limit, int firstBuffer, out bool more)
    {
        var buffer = GC.AllocateUninitializedArray<byte>(Math.Min(limit, firstBuffer));
        var filled = 0;
        while (true)
        {
            filled += stream.ReadAtLeast(buffer.AsSpan(filled), buffer.Length - filled, throwOnEndOfStream: false);
            if (filled < buffer.Length || filled == limit) break;
            Array.Resize(ref buffer, (int)Math.Min(limit, buffer.Length * 2L));
        }

        more = filled == limit && stream.Read(new byte[1]) > 0;
        return buffer.AsMemory(0, filled);
    }

    private static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);
}
