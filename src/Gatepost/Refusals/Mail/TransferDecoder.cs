using System.Buffers;

namespace Gatepost.Refusals.Mail;

/// <summary>Content-Transfer-Encoding (RFC 2045 section 6): base64 and quoted-printable, forgiving what is broken.</summary>
internal static class TransferDecoder
{
    private static readonly SearchValues<byte> s_alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    /// <summary>Decodes base64; characters outside the alphabet are passed over, padding ends it.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> encoded)
    {
        var clean = new byte[encoded.Length + 3];
        var length = 0;
        while (!encoded.IsEmpty)
        {
            var run = encoded.IndexOfAnyExcept(s_alphabet);
            if (run < 0) run = encoded.Length;
            encoded[..run].CopyTo(clean.AsSpan(length));
            length += run;
            if (run == encoded.Length || encoded[run] == '=') break;
            encoded = encoded[(run + 1)..];
        }

        if (length % 4 == 1) length--;
        while (length % 4 != 0) clean[length++] = (byte)'=';
        var decoded = new byte[Base64Length(length)];
        Base64Decode(clean.AsSpan(0, length), decoded, out var written);
        return decoded.AsSpan(0, written).ToArray();
    }

    /// <summary>Decodes quoted-printable; an <c>=</c> that is followed by neither hexadecimal digits nor a line end stays.</summary>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> encoded)
    {
        var decoded = new byte[encoded.Length];
        var length = 0;
        while (!encoded.IsEmpty)
        {
            var run = encoded.IndexOf((byte)'=');
            if (run < 0) run = encoded.Length;
            encoded[..run].CopyTo(decoded.AsSpan(length));
            length += run;
            if (run == encoded.Length) break;
            encoded = encoded[(run + 1)..];
            var blanks = encoded.IndexOfAnyExcept((byte)' ', (byte)'\t');
            if (blanks < 0) break;
            var lineEnd = LineScanner.EndLength(encoded, blanks);
            if (lineEnd > 0)
            {
                encoded = encoded[(blanks + lineEnd)..];
            }
            else if (TryHex(encoded, out var value))
            {
                decoded[length++] = value;
                encoded = encoded[2..];
            }
            else
            {
                decoded[length++] = (byte)'=';
            }
        }

        return decoded.AsSpan(0, length).ToArray();
    }

    /// <summary>Decodes the Q encoding of RFC 2047: quoted-printable with <c>_</c> for a blank.</summary>
    public static byte[] EncodedWordQ(ReadOnlySpan<byte> encoded)
    {
        var copy = encoded.ToArray();
        copy.AsSpan().Replace((byte)'_', (byte)' ');
        return QuotedPrintable(copy);
    }

    /// <summary>Reads two hexadecimal digits.</summary>
    public static bool TryHex(ReadOnlySpan<byte> text, out byte value)
    {
        value = 0;
        if (text.Length < 2 || !char.IsAsciiHexDigit((char)text[0]) || !char.IsAsciiHexDigit((char)text[1])) return false;
        value = (byte)((Digit(text[0]) << 4) | Digit(text[1]));
        return true;
    }

    private static int Digit(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static int Base64Length(int length) => System.Buffers.Text.Base64.GetMaxDecodedFromUtf8Length(length);

    private static void Base64Decode(ReadOnlySpan<byte> clean, Span<byte> decoded, out int written) =>
        System.Buffers.Text.Base64.DecodeFromUtf8(clean, decoded, out _, out written);
}
