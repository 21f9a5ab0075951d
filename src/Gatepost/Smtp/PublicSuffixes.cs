using System.Collections.Frozen;

namespace Gatepost.Smtp;

/// <summary>
/// Suffixes of two labels under which the public registers names (<c>co.uk</c>, <c>ne.jp</c>): the commonest of the ICANN part of
/// the Public Suffix List (publicsuffix.org), not all of it. Under a suffix that is missing here two owners seem to be one.
/// </summary>
internal static class PublicSuffixes
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Suffixes = Read(
        """
        ac: com edu gov mil net org
        ae: ac co gov mil net org sch
        ar: com edu gob gov int mil net org tur
        at: ac co gv or
        au: asn com edu gov id net org
        ba: com edu gov net org
        bd: ac com edu gov net org
        bo: com edu gob net org
        br: adm adv art blog com eco edu eng esp etc gov ind inf jus leg med mil mp net org pro tur tv
        by: com gov
        cn: ac com edu gov mil net org
        co: com edu gov mil net nom org
        cr: ac co ed fi go or sa
        cy: ac com gov ltd net org
        do: com edu gob gov net org
        ec: com edu fin gob gov med net org
        eg: com edu gov net org sci
        es: com edu gob nom org
        fj: ac com gov net org
        fr: asso com gouv nom
        ge: com edu gov net org
        gh: com edu gov org
        gr: com edu gov net org
        gt: com edu gob net org
        hk: com edu gov idv net org
        hr: com from iz
        hu: co org
        id: ac co go mil net or sch web
        il: ac co gov idf k12 muni net org
        in: ac co edu firm gen gov ind mil net nic org res
        ir: ac co gov id net org sch
        it: edu gov
        je: co net org
        jo: com edu gov net org sch
        jp: ac ad co ed go gr lg ne or
        ke: ac co go info me mobi ne or sc
        kr: ac co go hs kg mil ms ne or pe re
        kw: com edu gov net org
        lb: com edu gov net org
        lk: ac com edu gov net org sch
        ma: ac co gov net org press
        mo: com edu gov net org
        mt: com edu net org
        mx: com edu gob net org
        my: com edu gov mil name net org
        mz: ac co gov net org
        na: co com org
        ng: com edu gov net org sch
        ni: com edu gob net org
        np: com edu gov net org
        nz: ac co cri geek gen govt health iwi maori mil net org school
        om: com edu gov net org
        pa: com edu gob net org
        pe: com edu gob net nom org
        ph: com edu gov net ngo org
        pk: com edu gov net org
        pl: art com edu gov info mil net org waw
        pr: com edu gov net org
        pt: com edu gov net nome org publ
        py: com coop edu gov net org
        qa: com edu gov net org
        ro: com info nom org
        rs: ac co edu gov in org
        ru: ac com edu gov int mil msk net org pp spb
        sa: com edu gov med net org sch
        sg: com edu gov net org per
        sv: com edu gob org
        th: ac co go in mi net or
        tn: com gov net org
        tr: av bbs bel biz com dr edu gen gov info k12 mil name net org pol tel tv web
        tt: co com edu gov net org
        tw: club com ebiz edu game gov idv mil net org
        tz: ac co go ne or
        ua: com edu gov in kharkiv kiev kyiv lviv net od odessa org
        ug: ac co com go ne or sc
        uk: ac co gov ltd me net nhs org plc police sch
        uy: com edu gub mil net org
        uz: co com net org
        ve: co com edu gob gov info net org web
        vn: ac biz com edu gov health info int name net org pro
        ye: com edu gov net org
        za: ac co edu gov law mil net nom org school web
        zm: ac co com edu gov net org
        zw: ac co gov mil org
        """).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> suffix) => Suffixes.Contains(suffix);

    private static FrozenSet<string> Read(string table) =>
        table.Split('\n', StringSplitOptions.TrimEntries)
            .Select(static line => line.Split(':', StringSplitOptions.TrimEntries))
            .SelectMany(static row => row[1].Split(' ').Select(second => $"{second}.{row[0]}"))
            .ToFrozenSet(StringComparer.Ordinal);
}
