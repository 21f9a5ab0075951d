using System.Collections.Immutable;
using Gatepost.Mta;
using Gatepost.Relay;

namespace Gatepost.Tests.Mta.Postfix;

public class TableTests
{
    private const string Access = "# comment\nFar.test  REJECT  no\n\tmore \nfar.TEST other\n\"a b\"@x.test OK\nlonely\n\u00dcber.test yes\n";

    [Theory]
    [InlineData("far.test", "REJECT  no\tmore")]
    [InlineData("FAR.test", "REJECT  no\tmore")]
    [InlineData("\"a b\"@x.test", "OK")]
    [InlineData("\u00fcber.test", "yes")]
    [InlineData("lonely", null)]
    [InlineData("far", null)]
    [InlineData("", null)]
    public void Keys_of_text_files_are_found_in_any_letter_case(string key, string? value)
    {
        foreach (var type in (string[])["hash", "texthash", "lmdb", "cdb", "btree"])
            Assert.Equal(value, Sources.Table(type + ":/t", ("/t", Access)).Find(key).Value);
    }

    [Fact]
    public void Entries_know_their_lines_and_the_first_of_one_key_holds()
    {
        var source = Sources.Read("compatibility_level = 3.6", more: ("/t", Access));
        var table = source.Tables.Open("hash:/t", Sources.Here);
        Assert.Equal([("Far.test", 2), ("\"a b\"@x.test", 5), ("\u00dcber.test", 7)], table.Entries.Select(static e => (e.Key, e.Origin.Line)));
        Assert.Equal([(4, ConfigProblemKind.NoEffect), (6, ConfigProblemKind.Syntax)], source.Tables.Problems.Select(static p => (p.Origin.Line, p.Kind)));
        Assert.Same(table, source.Tables.Open("hash:/t", Sources.Here));
    }

    [Theory]
    [InlineData("inline:{a=1, b=2}", "b", "2")]
    [InlineData("inline:{ {a = x, y} b=2 }", "A", "x, y")]
    [InlineData("inline:{ { a = {x} } }", "a", "{x}")]
    [InlineData("inline:{ a=1 A=2 }", "a", "2")]
    [InlineData("inline:{ { \"q r\"@a.test = OK } }", "\"q r\"@a.test", "OK")]
    [InlineData("regexp:{ {/a{1}b**/ x} }", "abb", "x")]
    [InlineData("regexp:{ {/\\d/ x} }", "d1", null)]
    [InlineData("regexp:{ {/\\d/i x} }", "d1", "x")]
    [InlineData("regexp:{ {/^\\(a\\|b\\)(c)\\{2\\}$/x <\\1>$1} }", "b(cc)", null)]
    [InlineData("regexp:{ {/^\\(a\\|b\\)c\\{2\\}*$/x <$1>} }", "BCC", "<B>")]
    [InlineData("static:yes no", "any", "yes no")]
    [InlineData("static:{ yes }", "any", "yes")]
    [InlineData("cidr:{ {10.0.0.0/8 ten}, {!192.0.2.0/24 other} }", "10.9.8.7", "ten")]
    [InlineData("cidr:{ {10.0.0.0/8 ten}, {!192.0.2.0/24 other} }", "192.0.2.1", null)]
    [InlineData("cidr:{ {10.0.0.0/8 ten}, {!192.0.2.0/24 other} }", "8.8.8.8", "other")]
    [InlineData("cidr:{ {10.0.0.0/8 ten}, {!192.0.2.0/24 other} }", "2001:db8::1", null)]
    [InlineData("cidr:{ {::ffff:0:0/96 mapped}, {::/0 six} }", "::ffff:10.0.0.1", "mapped")]
    [InlineData("cidr:{ {::ffff:0:0/96 mapped}, {::/0 six} }", "10.0.0.1", null)]
    [InlineData("cidr:{ {10.0.0.1/8 bits}, {10.0.0.0/8 ten} }", "10.0.0.1", "ten")]
    [InlineData("cidr:{ {10.0.0.0/8 ten} }", "10.0.0.01", null)]
    [InlineData("regexp:{ {/^a(.*)$/ <$1>} }", "Abc", "<bc>")]
    [InlineData("regexp:{ {/^a/i low} {!/b/ none} }", "Ab", null)]
    [InlineData("pcre:{ {/^(?:a)(b+)\\d$/ $$${1}$(1)} }", "abb7", "$bbbb")]
    [InlineData("pipemap:{inline:{a=b},inline:{b=c}}", "a", "c")]
    [InlineData("unionmap:{inline:{a=b},static:x}", "a", "b,x")]
    [InlineData("unionmap:{inline:{a=b},inline:{c=d}}", "z", null)]
    [InlineData("proxy:inline:{a=1}", "a", null)]
    public void Tables_that_stand_in_main_cf_itself_are_read(string name, string key, string? value) =>
        Assert.Equal(value, Sources.Table(name).Find(key).Value);

    [Fact]
    public void Rules_between_if_and_endif_are_asked_where_the_if_holds()
    {
        const string rules = "if /^a/\nif !/z$/\n/./ inner\nendif\n/b/ outer\nendif\n/./ last\nendif\nif /q/\n/q/ open\n";
        var table = Sources.Table("regexp:/r", ("/r", rules));
        Assert.Equal(["inner", "last", "outer"], ((string[])["ax", "x", "abz"]).Select(k => table.Find(k).Value));
        Assert.Equal("last", table.Find("q").Value);
        var cidr = Sources.Table("cidr:/c", ("/c", "if 10.0.0.0/8\n10.1.0.0/16 one\nif !10.2.0.0/16\n0.0.0.0/0 ten\nendif\nendif\n10.2.0.0/16 two\n"));
        Assert.Equal(["one", "ten", "two", null], ((string[])["10.1.0.1", "10.3.0.1", "10.2.0.1", "11.0.0.1"]).Select(k => cidr.Find(k).Value));
    }

    [Theory]
    [InlineData("/open x")]
    [InlineData("/a/q x")]
    [InlineData("/(/ x")]
    [InlineData("/(?:a)/ x")]
    [InlineData("/^*a/ x")]
    [InlineData("/a{2/ x")]
    [InlineData("/[a/ x")]
    [InlineData("/a/ $1")]
    [InlineData("/a/ $x")]
    [InlineData("/a/ ${1")]
    [InlineData("!/(a)/ $1")]
    [InlineData("word x")]
    [InlineData("endif")]
    public void Rules_that_Postfix_leaves_out_are_problems(string rule)
    {
        var source = Sources.Read("compatibility_level = 3.6", more: ("/r", $"{rule}\n/./ found\n"));
        Assert.Equal("found", source.Tables.Open("regexp:/r", Sources.Here).Find("a").Value);
        Assert.Equal(new Origin("/r", 1), Assert.Single(source.Tables.Problems).Origin);
    }

    [Theory]
    [InlineData("hash:/none", true, false)]
    [InlineData("texthash:/none", true, false)]
    [InlineData("cidr:/none", true, false)]
    [InlineData("fail:x", true, false)]
    [InlineData("word", true, false)]
    [InlineData("hash:", true, false)]
    [InlineData("nonsense:x", true, false)]
    [InlineData("inline:{}", true, false)]
    [InlineData("inline:{a}", true, false)]
    [InlineData("unionmap:{static:a,hash:/none}", true, false)]
    [InlineData("proxy:mysql:/x.cf", true, false)]
    [InlineData("hash:/indexed", false, true)]
    [InlineData("mysql:/etc/x.cf", false, true)]
    [InlineData("unix:passwd.byname", false, true)]
    [InlineData("proxy:unix:passwd.byname", false, true)]
    [InlineData("tcp:localhost:1", false, true)]
    [InlineData("randmap:{a,b}", false, true)]
    [InlineData("pipemap:{static:a,mysql:/x}", false, true)]
    [InlineData("pipemap:{regexp:{{/(.)/ $1}},static:a}", false, true)]
    public void What_cannot_be_looked_up_says_why(string name, bool isBroken, bool isOutside)
    {
        var table = Sources.Table(name, ("/indexed.db", ""));
        Assert.Equal((isBroken, isOutside), (table.Fault is not null, table.Outside is not null));
        Assert.False(table.Find("a").IsFound);
    }

    [Fact]
    public void A_snapshot_stands_for_an_outside_table()
    {
        var options = Sources.Plain with { Snapshots = ImmutableDictionary<string, string>.Empty.Add("mysql:/x.cf", "a.test OK\n").Add("unix:passwd.byname", "bob x\n") };
        var source = Sources.Read("compatibility_level = 3.6\nvirtual_mailbox_maps = proxy:mysql:/x.cf\n", options: options);
        Assert.Equal("OK", source.Tables.Open("mysql:/x.cf", Sources.Here).Find("a.test").Value);
        Assert.Equal("OK", source.Tables.Open("proxy:mysql:/x.cf", Sources.Here).Find("a.test").Value);
        Assert.Null(source.Tables.Open("proxy:unix:passwd.byname", Sources.Here).Outside);
    }

    [Fact]
    public void A_million_entries_take_little_more_than_their_text()
    {
        var text = string.Concat(Enumerable.Range(0, 1_000_000).Select(static i => $"user{i}@example.test OK\n"));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var table = Sources.Table("hash:/t", ("/t", text));
        Assert.Equal("OK", table.Find("USER999999@example.test").Value);
        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.InRange(taken, 0, 48_000_000);
        Assert.Equal(1_000_000, table.Find("user999999@example.test").Entry!.Origin.Line);
    }
}
