using Gatepost.Mta;
using Gatepost.Mta.Postfix.Syntax;

namespace Gatepost.Tests.Mta.Postfix;

public class MainFileTests
{
    [Theory]
    [InlineData("a = 1\n", "a=1")]
    [InlineData("a=1", "a=1")]
    [InlineData("a =\n", "a=")]
    [InlineData("a = x\n  y\n\tz\n", "a=x  y\tz")]
    [InlineData("a = x\n# not this\n\n  y\nb = z", "a=x  y|b=z")]
    [InlineData("a = x\n  # nor this\n  y", "a=x  y")]
    [InlineData("a = x # part of it", "a=x # part of it")]
    [InlineData("a = 1\r\nb = 2\r\n", "a=1|b=2")]
    [InlineData("a = x=y", "a=x=y")]
    [InlineData("  orphan\na = 1", "")]
    [InlineData("  orphan\n\na = 1\n", "")]
    [InlineData("a = x\n# end", "a=x")]
    [InlineData("a = x\n  y\n# end\n\n", "a=x  y")]
    public void Logical_lines_are_joined_as_Postfix_joins_them(string text, string entries)
    {
        if (entries.Length == 0) entries = "a=1";
        Assert.Equal(entries, string.Join('|', MainFile.Parse(text, "main.cf").Entries.Select(static e => $"{e.Name}={e.Value}")));
    }

    [Fact]
    public void The_last_setting_of_a_name_holds_and_the_others_are_a_problem()
    {
        var file = MainFile.Parse("a = 1\nb = 2\na = 3\nb = 2\n", "main.cf");
        Assert.Equal("3", file.Find("a")!.Value);
        var problem = Assert.Single(file.Problems);
        Assert.Equal((1, ConfigProblemKind.Conflict), (problem.Origin.Line, problem.Kind));
        Assert.True(file.IsOverridden(file.Entries[0]));
    }

    [Fact]
    public void Every_bad_line_is_told_with_its_place()
    {
        var file = MainFile.Parse("  early\nno equals sign\n= no name\na = 1\n", "main.cf");
        Assert.Equal([(2, ConfigProblemKind.WillNotRun), (3, ConfigProblemKind.WillNotRun), (1, ConfigProblemKind.Syntax)], file.Problems.Select(static p => (p.Origin.Line, p.Kind)));
        Assert.Single(file.Entries);
    }

    [Fact]
    public void A_word_of_a_value_knows_its_own_line()
    {
        var entry = MainFile.Parse("# x\nlist =\n  permit_mynetworks,\n  # between\n  reject_unauth_destination\n", "main.cf").Find("list")!;
        Assert.Equal((2, 3, 5, 2), (entry.Origin.Line, entry.OriginOf("permit_mynetworks").Line, entry.OriginOf("reject_unauth_destination").Line, entry.OriginOf("elsewhere").Line));
    }
}
