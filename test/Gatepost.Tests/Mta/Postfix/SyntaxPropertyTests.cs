using CsCheck;
using Gatepost.Mta.Postfix.Syntax;

namespace Gatepost.Tests.Mta.Postfix;

public class SyntaxPropertyTests
{
    // Pieces that meet badly.
    private static readonly string[] Pieces =
    [
        "smtp inet n - n - - smtpd", "a = b", "mydestination", "=", " ", "\n", "\n  ", "\t", "\r\n", "#", "{", "}", "$", "$$", "${", "$(", ")", "?", ":", "a", "$a", "==", "<level", "-o", "-o a=b", "-o {", ",", "/", "/a/",
        "if /a/\n", "endif\n", "!", "10.0.0.0/8", "::/0", "[", "]", "\\", "\"", "1", "static:", "inline:{", "unionmap:{", "regexp:{{", "compatibility_level = 3.6\n", "myhostname = $mydomain\n", "mydomain = $myhostname\n", "*", "(", "\0", "\u00e9", "\ud83d",
    ];

    private static readonly string[] Names = ["hash:/t", "cidr:/t", "regexp:/t", "pcre:/t", ""];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Array[0, 24].Select(static picks => string.Concat(picks.Select(static i => Pieces[i])));

    [Fact]
    public void Any_text_is_read_and_positions_lie_within_it() =>
        Gen.Select(Text, Text).Sample(
            (main, master) =>
            {
                var source = Sources.Read(main, master);
                Assert.All(source.Problems, p => Assert.InRange(p.Origin.Line, 1, Lines(p.Origin.File.EndsWith("main.cf", StringComparison.Ordinal) ? main : master)));
                Assert.All(source.Main.Entries, e => Assert.InRange(e.Origin.Line, 1, Lines(main)));
                foreach (var entry in source.Main.Entries) source.Settings.Get(entry.Name);
            },
            iter: 4_000);

    [Fact]
    public void Any_table_is_read_and_asked() =>
        Gen.Select(Text, Text, Gen.Int[0, Names.Length - 1].Select(static i => Names[i])).Sample(
            (text, key, name) =>
            {
                var source = Sources.Read("compatibility_level = 3.6", more: ("/t", text));
                var table = source.Tables.Open(name.Length == 0 ? text : name, Sources.Here);
                table.Find(key);
                Assert.All(table.Entries, e => Assert.InRange(e.Origin.Line, 1, Math.Max(1, Lines(text))));
            },
            iter: 4_000);

    [Fact]
    public void Files_written_out_read_as_themselves() =>
        Gen.Select(Text, Text).Sample(
            (mainText, masterText) =>
            {
                var main = MainFile.Parse(mainText, "main.cf");
                Assert.Equal(main.Entries.Select(static e => (e.Name, e.Value)), MainFile.Parse(main.Render(), "main.cf").Entries.Select(static e => (e.Name, e.Value)));
                var master = MasterFile.Parse(masterText, "master.cf");
                var again = MasterFile.Parse(master.Render(), "master.cf");
                Assert.Equal(master.Services.SelectMany(static s => s.Arguments.Prepend(s.ToString())), again.Services.SelectMany(static s => s.Arguments.Prepend(s.ToString())));
                Assert.Equal(master.Services.SelectMany(static s => s.Overrides).Select(static o => (o.Name, o.Value)), again.Services.SelectMany(static s => s.Overrides).Select(static o => (o.Name, o.Value)));
            },
            iter: 4_000);

    private static int Lines(string text) => text.Count(static c => c == '\n') + 1;
}
