using System.Buffers;
using System.Buffers.Text;

namespace Gatepost.Refusals.Logs;

/// <summary>Reads the time at the start of a log line, in every form that syslog daemons, containers and panels write.</summary>
internal static class LogStampReader
{
    private static readonly SearchValues<byte> NoMonth = SearchValues.Create("[]<>:=/,;"u8);

    /// <summary>False where <paramref name="text"/> does not start with a time; else its length, without blanks after it.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out LogStamp stamp, out int length)
    {
        stamp = default;
        length = 0;
        if (text.Length < 8) return false;
        var first = text[0];
        if (first == '@') return Tai64(text, out stamp, out length);
        if (first == '[') return Bracketed(text, out stamp, out length);
        if (char.IsAsciiDigit((char)first))
            return Iso(text, out stamp, out length) || DayFirst(text, out stamp, out length)
                || Unix(text, out stamp, out length) || Syslog(text, out stamp, out length);
        if (Syslog(text, out stamp, out length)) return true;
        // A weekday before the rest: journalctl -o short-full, ctime(3).
        var blank = text[..Math.Min(text.Length, 12)].IndexOf((byte)' ');
        if (blank is < 2 or > 10 || text[..blank].IndexOfAnyInRange((byte)'0', (byte)'9') >= 0) return false;
        var rest = text[(blank + 1)..];
        if (rest.Length < 8 || !(Iso(rest, out stamp, out length) || Syslog(rest, out stamp, out length))) return false;
        length += blank + 1;
        return true;
    }

    /// <summary><c>Nov  1 00:00:00</c>, <c>Jul 4 2024 00:00:00</c>, and ctime's year at the end.</summary>
    private static bool Syslog(ReadOnlySpan<byte> text, out LogStamp stamp, out int length)
    {
        stamp = default;
        length = 0;
        var i = text[..Math.Min(text.Length, 20)].IndexOf((byte)' ');
        if (i < 2 || text[..i].ContainsAny(NoMonth)) return false;
        var name = text[..i];
        SkipBlanks(text, ref i);
        if (!Number(text, ref i, 1, 2, out var day) || !Eat(text, ref i, ' ')) return false;
        int? year = null;
        var j = i;
        if (Number(text, ref j, 4, 4, out var written) && Eat(text, ref j, ' ')) (year, i) = (written, j);
        if (!Clock(text, ref i, out var time)) return false;
        j = i;
        if (year is null && Eat(text, ref j, ' ') && Number(text, ref j, 4, 4, out written) && written is > 1980 and < 2200
            && (j == text.Length || text[j] == ' ')) (year, i) = (written, j);
        if (day is 0 or > 31) return false;
        stamp = new LogStamp(year, MonthNames.Find(name), day, time, Offset(text, ref i, afterBlank: false));
        length = i;
        return true;
    }

    /// <summary>RFC 3339, the same with a blank for the T, with a comma for the point, with an offset after a blank or none.</summary>
    private static bool Iso(ReadOnlySpan<byte> text, out LogStamp stamp, out int length)
    {
        stamp = default;
        length = 0;
        var i = 0;
        if (!Number(text, ref i, 4, 4, out var year) || i >= text.Length || text[i] is not ((byte)'-' or (byte)'/')) return false;
        i++;
        if (!Number(text, ref i, 1, 2, out var month) || i >= text.Length || text[i] is not ((byte)'-' or (byte)'/')) return false;
        i++;
        if (!Number(text, ref i, 1, 2, out var day) || i >= text.Length || text[i] is not ((byte)'T' or (byte)' ')) return false;
        i++;
        if (!Clock(text, ref i, out var time) || month is 0 or > 12 || day is 0 or > 31) return false;
        stamp = new LogStamp(year, month, day, time, Offset(text, ref i, afterBlank: true));
        length = i;
        return true;
    }

    /// <summary><c>30/9/2017, 00:10:17</c>; month first where only that makes a date.</summary>
    private static bool DayFirst(ReadOnlySpan<byte> text, out LogStamp stamp, out int length)
    {
        stamp = default;
        length = 0;
        var i = 0;
        if (!Number(text, ref i, 1, 2, out var day) || i >= text.Length || text[i] is not ((byte)'/' or (byte)'.')) return false;
        i++;
        if (!Number(text, ref i, 1, 2, out var month) || i >= text.Length || text[i] is not ((byte)'/' or (byte)'.')) return false;
        i++;
        if (!Number(text, ref i, 4, 4, out var year)) return false;
        Eat(text, ref i, ',');
        if (!Eat(text, ref i, ' ') || !Clock(text, ref i, out var time)) return false;
        if (text[i..].StartsWith(" PM"u8) || text[i..].StartsWith(" AM"u8))
        {
            var hours = time.Hours % 12 + (text[i + 1] == 'P' ? 12 : 0);
            time += TimeSpan.FromHours(hours - time.Hours);
            i += 3;
        }

        if (month > 12) (day, month) = (month, day);
        if (month is 0 or > 12 || day is 0 or > 31) return false;
        stamp = new LogStamp(year, month, day, time, null);
        length = i;
        return true;
    }

    /// <summary><c>[30/Dec/2013 05:27:59]</c>, and any of the other forms in brackets.</summary>
    private static bool Bracketed(ReadOnlySpan<byte> text, out LogStamp stamp, out int length)
    {
        stamp = default;
        length = 0;
        var close = text[..Math.Min(text.Length, 48)].IndexOf((byte)']');
        if (close < 9) return false;
        var inner = text[1..close];
        length = close + 1;
        var i = 0;
        if (!Number(inner, ref i, 1, 2, out var day) || !Eat(inner, ref i, '/'))
            return inner[0] != '[' && inner[0] != '@' && TryRead(inner, out stamp, out var used) && used == inner.Length;
        var slash = inner[i..].IndexOf((byte)'/');
        if (slash < 2) return false;
        var month = MonthNames.Find(inner.Slice(i, slash));
        i += slash + 1;
        if (!Number(inner, ref i, 4, 4, out var year) || i >= inner.Length || inner[i++] is not ((byte)' ' or (byte)':')) return false;
        if (!Clock(inner, ref i, out var time) || day is 0 or > 31) return false;
        stamp = new LogStamp(year, month, day, time, Offset(inner, ref i, afterBlank: true));
        return true;
    }

    /// <summary>Seconds since 1970 with a fraction: journalctl -o short-unix, qmail under splogger.</summary>
    private static bool Unix(ReadOnlySpan<byte> text, out LogStamp stamp, out int length)
    {
        stamp = default;
        var i = 0;
        length = 0;
        if (!Utf8Parser.TryParse(text[..Math.Min(text.Length, 11)], out long seconds, out var digits) || digits != 10) return false;
        i = digits;
        var fraction = Fraction(text, ref i);
        if (i == digits || (i < text.Length && text[i] != ' ')) return false;
        stamp = LogStamp.Of(DateTimeOffset.FromUnixTimeSeconds(seconds) + fraction);
        length = i;
        return true;
    }

    /// <summary><c>@4000000065f0c2d01a2b3c4d</c>: TAI64N, multilog's form. TAI's ten seconds of 1970 are taken off, as tai64nlocal does.</summary>
    private static bool Tai64(ReadOnlySpan<byte> text, out LogStamp stamp, out int length)
    {
        stamp = default;
        length = 25;
        if (text.Length < 25
            || !Utf8Parser.TryParse(text.Slice(1, 16), out ulong label, out var used, 'x') || used != 16
            || !Utf8Parser.TryParse(text.Slice(17, 8), out uint nanoseconds, out used, 'x') || used != 8) return false;
        var seconds = (long)(label - (1UL << 62)) - 10;
        if (seconds is < 0 or > 253_402_300_799 || nanoseconds > 999_999_999) return false;
        stamp = LogStamp.Of(DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(nanoseconds / 100));
        return true;
    }

    private static bool Clock(ReadOnlySpan<byte> text, ref int i, out TimeSpan time)
    {
        time = default;
        if (!Number(text, ref i, 1, 2, out var hour) || !Eat(text, ref i, ':')
            || !Number(text, ref i, 2, 2, out var minute) || !Eat(text, ref i, ':')
            || !Number(text, ref i, 2, 2, out var second) || hour > 23 || minute > 59 || second > 60) return false;
        time = new TimeSpan(hour, minute, Math.Min(second, 59)) + Fraction(text, ref i);
        return true;
    }

    private static TimeSpan Fraction(ReadOnlySpan<byte> text, ref int i)
    {
        if (i + 1 >= text.Length || text[i] is not ((byte)'.' or (byte)',') || !char.IsAsciiDigit((char)text[i + 1])) return default;
        var ticks = 0L;
        var weight = TimeSpan.TicksPerSecond / 10;
        for (i++; i < text.Length && char.IsAsciiDigit((char)text[i]); i++, weight /= 10) ticks += (text[i] - '0') * weight;
        return TimeSpan.FromTicks(ticks);
    }

    private static TimeSpan? Offset(ReadOnlySpan<byte> text, ref int i, bool afterBlank)
    {
        var j = i;
        if (afterBlank) Eat(text, ref j, ' ');
        if (text[j..].StartsWith("UTC"u8)) { i = j + 3; return TimeSpan.Zero; }
        if (j == i && Eat(text, ref j, 'Z')) { i = j; return TimeSpan.Zero; }
        if (j >= text.Length || text[j] is not ((byte)'+' or (byte)'-')) return null;
        var sign = text[j++] == '-' ? -1 : 1;
        if (!Number(text, ref j, 2, 2, out var hours)) return null;
        Eat(text, ref j, ':');
        if (!Number(text, ref j, 2, 2, out var minutes)) minutes = 0;
        if (hours > 14 || minutes > 59 || hours * 60 + minutes > 840) return null;
        i = j;
        return new TimeSpan(sign * hours, sign * minutes, 0);
    }

    private static bool Number(ReadOnlySpan<byte> text, ref int i, int least, int most, out int value)
    {
        value = 0;
        var start = i;
        while (i < text.Length && i - start < most && char.IsAsciiDigit((char)text[i])) value = value * 10 + text[i++] - '0';
        return i - start >= least;
    }

    private static bool Eat(ReadOnlySpan<byte> text, ref int i, char wanted)
    {
        if (i >= text.Length || text[i] != wanted) return false;
        i++;
        return true;
    }

    private static void SkipBlanks(ReadOnlySpan<byte> text, ref int i)
    {
        while (i < text.Length && text[i] == ' ') i++;
    }
}
