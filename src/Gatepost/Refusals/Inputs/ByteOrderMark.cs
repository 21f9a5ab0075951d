using System.Text;

namespace Gatepost.Refusals.Inputs;

/// <summary>The marks at the start of a text that tell its encoding (Unicode standard, section 23.8).</summary>
internal static class ByteOrderMark
{
    /// <summary>
    /// Reads the mark; 0 where there is none. <paramref name="encoding"/> is null for UTF-8: nothing is to be changed but the mark.
    /// </summary>
    public static int Read(ReadOnlySpan<byte> head, out Encoding? encoding)
    {
        encoding = null;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return 3;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return With(Encoding.UTF32, 4, out encoding);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return With(Encoding.Unicode, 2, out encoding);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return With(Encoding.BigEndianUnicode, 2, out encoding);
        return 0;
    }

    private static int With(Encoding of, int length, out Encoding? encoding)
    {
        encoding = of;
        return length;
    }
}
