using System.Runtime.InteropServices;

namespace Gatepost.Cli.Terminal;

/// <summary>
/// Standard output or error of a Unix process, written by write(2) and nothing else. Console's streams hide a broken pipe
/// and switch a terminal's keypad; a FileStream would not move the position at which the next program of a script writes.
/// </summary>
internal sealed class Descriptor(int number) : Stream
{
    public const int BrokenPipe = 32;
    private const int Interrupted = 4;
    private const int TryAgainLinux = 11;
    private const int TryAgainOthers = 35;

    /// <summary>Opens descriptor 1 or 2.</summary>
    public static Stream Open(int number) =>
        !OperatingSystem.IsWindows() ? new Descriptor(number) : number == 1 ? Console.OpenStandardOutput() : Console.OpenStandardError();

    /// <summary>Columns of the terminal at a descriptor; 0 where it is none, or does not say.</summary>
    public static int Columns(int number)
    {
        if (!OperatingSystem.IsLinux()) return Console.WindowWidth;
        const nuint TIOCGWINSZ = 0x5413;
        var size = default(WindowSize);
        return ioctl(number, TIOCGWINSZ, ref size) == 0 ? size.Columns : 0;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var written = write(number, in MemoryMarshal.GetReference(buffer), buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }

            var error = Marshal.GetLastPInvokeError();
            if (error is TryAgainLinux or TryAgainOthers) Thread.Sleep(1);
            else if (error != Interrupted) throw new IOException("write", error);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

#pragma warning disable IDE1006, SYSLIB1054, CA5392 // C's names; the generated marshalling would need unsafe code and gain nothing
    [StructLayout(LayoutKind.Sequential)]
    private struct WindowSize
    {
        public ushort Rows;
        public ushort Columns;
        public ushort Width;
        public ushort Height;
    }

    [DllImport("libc", SetLastError = true)]
    private static extern nint write(int descriptor, in byte buffer, nint count);

    [DllImport("libc")]
    private static extern int ioctl(int descriptor, nuint request, ref WindowSize size);
#pragma warning restore IDE1006, SYSLIB1054, CA5392
}
