using Gatepost.Mta;
using Gatepost.Mta.Sendmail.M4;

namespace Gatepost.Tests.Mta.Sendmail;

public class M4MachineTests
{
    [Theory]
    [InlineData("define(`x', `y')x", "y")]
    [InlineData("`x'define(`x', `y')`x'", "xx")]
    [InlineData("define(`f', `<$1|$2|$#>')f(a, b)", "<a|b|2>")]
    [InlineData("define(`f', `$*')f(a,`b,c')", "a,b,c")]
    [InlineData("ifdef(`x', `yes', `no')", "no")]
    [InlineData("ifelse(a, b, c, d, d, e, f)", "e")]
    [InlineData("ifelse(a, b, c, d)", "d")]
    [InlineData("a dnl b\nc", "a c")]
    [InlineData("divert(-1)gone\ndivert(0)here", "here")]
    [InlineData("changequote([, ])define([x], [`y'])x", "`y'")]
    [InlineData("substr(`abcdef', 2, 3) len(`ab') index(`abc', `c')", "cde 2 2")]
    [InlineData("eval(2 + 3 * 4 >= 14 && !0)", "1")]
    [InlineData("translit(`ABC', `ABC', `abc')", "abc")]
    [InlineData("pushdef(`x', 1)pushdef(`x', 2)x`'popdef(`x')x", "21")]
    [InlineData("define(`x', `1')define(`y', defn(`x')`2')y", "12")]
    [InlineData("define(`q', `($1)')q((a, b))", "((a, b))")]
    [InlineData("undefine(`len')len", "len")]
    [InlineData("substr(`abcdef', 2, 3)len(`ab')", "cdelen(ab)")]
    public void Text_is_expanded_as_by_m4(string source, string text)
    {
        var machine = new M4Machine(static (_, _) => null);
        M4Builtins.AddTo(machine);
        machine.Comment = "";
        machine.Run(new ConfigFile("x", "x", source, ConfigFileState.Read));
        Assert.Equal(text, string.Join('\n', machine.Output.Lines.Select(static l => l.Text)));
    }
}
