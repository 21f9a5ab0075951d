using System.Text;

namespace Gatepost.Refusals.Logs;

/// <summary>
/// Abbreviated month names as syslog daemons write them under a locale (strftime's <c>%b</c>): the beginnings that tell
/// a month, lower case, in UTF-8. Where languages disagree (<c>lis</c>: Polish November), only one of them is listed.
/// </summary>
internal static class MonthNames
{
    private static readonly string[] Beginnings =
    [
        /*  1 */ "jan gen ene janv jän sty led oca ian янв січ яну ιαν tammi sij",
        /*  2 */ "feb fév fev lut úno şub февр фев лют φεβ helmi vel",
        /*  3 */ "mar mär mrz mrt mars maa bře mac maal марта мар бер μαρ μάρ ožu már",
        /*  4 */ "apr avr abr kwi dub nis huht апр кві απρ tra ápr",
        /*  5 */ "may mai mag maj mei maio kvě touko мая май тра μαΐ μάι μαϊ svi máj",
        /*  6 */ "jun juin giu cze čer haz kesä iun июн чер юни ιουν lip jún",
        /*  7 */ "jul juil lug lipca tem heinä iul июл лип юли ιουλ srp júl",
        /*  8 */ "aug aoû aou ago sie srpna ağu elo авг сер αυγ αύγ kol",
        /*  9 */ "sep set wrz zář eyl syys сен вер σεπ ruj sze",
        /* 10 */ "oct okt ott out paź říj eki loka oca окт жов οκτ lis",
        /* 11 */ "nov listo kas marr ноя лис ное νοε νοέ stu",
        /* 12 */ "dec déc dez dic des gru pro ara joulu дек гру δεκ pros",
    ];

    private static readonly (byte[] Name, int Month)[] Table = Build();

    /// <summary>1 to 12; 0 where the name is not known.</summary>
    public static int Find(ReadOnlySpan<byte> name)
    {
        var english = English(name);
        if (english != 0) return english;
        if (char.IsAsciiDigit((char)name[0])) return Numbered(name);
        Span<char> lower = stackalloc char[24];
        if (name.Length > lower.Length || Encoding.UTF8.GetCharCount(name) > lower.Length) return 0;
        var length = Encoding.UTF8.GetChars(name, lower);
        for (var i = 0; i < length; i++) lower[i] = char.ToLowerInvariant(lower[i]);
        Span<byte> folded = stackalloc byte[72];
        var bytes = folded[..Encoding.UTF8.GetBytes(lower[..length], folded)];
        foreach (var (beginning, month) in Table)
            if (bytes.StartsWith(beginning)) return month;
        return 0;
    }

    /// <summary><c>11月</c>, as Chinese and Japanese locales write it.</summary>
    private static int Numbered(ReadOnlySpan<byte> name)
    {
        var digits = name.Length > 1 && char.IsAsciiDigit((char)name[1]) ? 2 : 1;
        if (!name[digits..].SequenceEqual("月"u8)) return 0;
        var month = digits == 1 ? name[0] - '0' : (name[0] - '0') * 10 + name[1] - '0';
        return month <= 12 ? month : 0;
    }

    private static int English(ReadOnlySpan<byte> name)
    {
        if (name.Length != 3) return 0;
        return (name[0] << 16 | name[1] << 8 | name[2]) switch
        {
            'J' << 16 | 'a' << 8 | 'n' => 1,
            'F' << 16 | 'e' << 8 | 'b' => 2,
            'M' << 16 | 'a' << 8 | 'r' => 3,
            'A' << 16 | 'p' << 8 | 'r' => 4,
            'M' << 16 | 'a' << 8 | 'y' => 5,
            'J' << 16 | 'u' << 8 | 'n' => 6,
            'J' << 16 | 'u' << 8 | 'l' => 7,
            'A' << 16 | 'u' << 8 | 'g' => 8,
            'S' << 16 | 'e' << 8 | 'p' => 9,
            'O' << 16 | 'c' << 8 | 't' => 10,
            'N' << 16 | 'o' << 8 | 'v' => 11,
            'D' << 16 | 'e' << 8 | 'c' => 12,
            _ => 0,
        };
    }

    private static (byte[] Name, int Month)[] Build() =>
    [
        .. Beginnings
            .SelectMany(static (names, index) => names.Split(' ').Select(name => (Encoding.UTF8.GetBytes(name), index + 1)))
            .OrderByDescending(static entry => entry.Item1.Length),
    ];
}
