using System.Text.Unicode;

namespace Gatepost.Refusals.Mail;

/// <summary>Which encoding Japanese text without escapes is in. Many mails say ISO-2022-JP and were turned into another on the way.</summary>
internal static class JapaneseBytes
{
    /// <summary>UTF-8 where the bytes are valid UTF-8, else EUC-JP or Shift_JIS where they are valid, else ISO-8859-1.</summary>
    public static string CharsetOf(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? "utf-8" : IsEucJp(bytes) ? "euc-jp" : IsShiftJis(bytes) ? "shift_jis" : "iso-8859-1";

    private static bool IsEucJp(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80) continue;
            var more = bytes[i] switch { 0x8F => 2, 0x8E or (>= 0xA1 and <= 0xFE) => 1, _ => 0 };
            if (more == 0 || i + more >= bytes.Length) return false;
            for (var end = i + more; i < end; i++)
                if (bytes[i + 1] is < 0xA1 or 0xFF) return false;
        }

        return true;
    }

    private static bool IsShiftJis(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] is < 0x80 or (>= 0xA1 and <= 0xDF)) continue;
            if (bytes[i] is not ((>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC)) || ++i >= bytes.Length || bytes[i] is < 0x40 or 0x7F or > 0xFC) return false;
        }

        return true;
    }
}
