using System.Collections.Concurrent;
using System.Text;
using System.Text.Unicode;

namespace Gatepost.Refusals.Mail;

/// <summary>Bytes to text by charset name; unknown or wrong names never fail, they fall back to ISO-8859-1.</summary>
internal static class Charsets
{
    private static readonly ConcurrentDictionary<string, Encoding> s_known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Decodes the bytes; with no charset named, as UTF-8 where they are valid UTF-8, ISO-2022-JP where they have its escapes.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> charset)
    {
        charset = charset.Trim(" \t\"'"u8);
        if (bytes.IsEmpty) return "";
        var isEscaped = bytes.Contains((byte)0x1B);
        if (!isEscaped && Ascii.IsValid(bytes) && !IsSevenBit(charset)) return Encoding.ASCII.GetString(bytes);
        var encoding = charset.IsEmpty || charset.Length > 40 ? null : Find(Encoding.Latin1.GetString(charset));
        if (encoding is null || encoding.CodePage is 20127 or 65001)
        {
            if (isEscaped && bytes.IndexOf("\x1B$"u8) >= 0) encoding = Find("iso-2022-jp");
            else encoding = Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1;
        }

        if (encoding?.CodePage is 50220 or 50221 or 50222 && !isEscaped) encoding = Find(JapaneseBytes.CharsetOf(bytes));
        return (encoding ?? Encoding.Latin1).GetString(bytes);
    }

    private static bool IsSevenBit(ReadOnlySpan<byte> charset) =>
        charset.StartsWithIgnoreCase("utf-7"u8) || charset.StartsWithIgnoreCase("utf-16"u8) || charset.StartsWithIgnoreCase("utf-32"u8)
        || charset.StartsWithIgnoreCase("hz"u8) || charset.StartsWithIgnoreCase("iso-2022"u8);

    private static Encoding? Find(string name)
    {
        if (s_known.TryGetValue(name, out var known)) return known;
        var wanted = name.ToLowerInvariant() switch
        {
            "utf8" or "unicode-1-1-utf-8" => "utf-8",
            "ansi_x3.4-1968" or "ascii" or "646" => "us-ascii",
            "cp932" or "x-sjis" or "ms_kanji" or "windows-31j" or "sjis" => "shift_jis",
            "eucjp" or "x-euc-jp" or "ujis" => "euc-jp",
            "jis" or "iso-2022-jp-1" or "iso-2022-jp-2" or "iso-2022-jp-3" => "iso-2022-jp",
            "gbk" or "cp936" or "x-gbk" or "euc-cn" => "gb2312",
            "ks_c_5601-1987" or "cp949" or "uhc" => "euc-kr",
            "cp950" or "big5-hkscs" => "big5",
            "iso-8859-8-i" => "iso-8859-8",
            ['c', 'p', '1', '2', '5', var digit] => "windows-125" + digit,
            "utf-7" or "unicode-1-1-utf-7" => "us-ascii",
            var other => other,
        };
        var encoding = wanted switch
        {
            "utf-8" => Encoding.UTF8,
            "us-ascii" => Encoding.ASCII,
            "iso-8859-1" or "latin1" => Encoding.Latin1,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(wanted) ?? BuiltIn(wanted),
        };
        if (encoding is not null) s_known.TryAdd(name, encoding);
        return encoding;
    }

    private static Encoding? BuiltIn(string name) => name switch
    {
        "utf-16" or "utf-16le" => Encoding.Unicode,
        "utf-16be" => Encoding.BigEndianUnicode,
        "utf-32" or "utf-32le" => Encoding.UTF32,
        _ => null,
    };
}
