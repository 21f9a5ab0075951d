using CsCheck;
using Gatepost.Mta;
using Gatepost.Mta.Exim;

namespace Gatepost.Tests.Mta.Exim;

/// <summary>Whatever stands in a configuration, reading it and asking comes to an end without an exception.</summary>
public class EximPropertyTests
{
    private static readonly string[] s_pieces =
    [
        "begin acl\n", "begin routers\n", "check:\n", "acl_smtp_rcpt = check\n", "acl_smtp_mail = accept\n", "  accept", "  deny", "  require", " hosts = ", " domains = ", " senders = ", " local_parts = ", " condition = ",
        " acl = check", " message = ", " set acl_m_x = ", " endpass\n", "$acl_m_x", "$domain", "${if ", "eq{", "match{", "and{{", "}", "{", "}}", "${lookup{", "}lsearch{/etc/exim/t}", "${lc:", "${extract{1}{:}{", "!", " : ", "<;", ";",
        "*", "*.x.test", "^a", "^(", "10.0.0.0/8", "1.2.3/24", "+include_unknown", "+l", "lsearch;/etc/exim/t", "partial-", "net-", "@", "@[]", "@@", "\\", "\\N", "\\\n", "\n", "\"", "domainlist l = +l : ", "hostlist l = ", ".ifdef A\n", ".endif\n",
        ".else\n", ".include /etc/exim/exim.conf\n", "A = AB\n", "AB == A A\n", "A", " ", "\t", "#", "é", "\u0000", "driver = accept\n", "driver = redirect\n", "data = ", " verify = recipient\n", "yes", "fail", "percent_hack_domains = *\n",
    ];

    private static readonly Gen<string> s_jumble = Gen.Int[0, s_pieces.Length - 1].Array[0, 40].Select(static picks => string.Concat(picks.Select(static i => s_pieces[i])));

    [Fact]
    public void Reading_and_asking_never_throw() => Gen.Select(Gen.OneOf(s_jumble, Gen.String), s_jumble, s_jumble).Sample(
        static (text, table, address) =>
        {
            var files = new MemoryFiles(new Dictionary<string, string> { [EximAsk.Path] = text, ["/etc/exim/t"] = table });
            var configuration = EximReader.Read(files, EximAsk.Path, new ReadingOptions());
            Assert.NotEmpty(configuration.Policies);
            foreach (var to in (string[])["u@x.test", address, ""]) configuration.Ask(to, from: address, helo: address, port: configuration.Policies[0].Listener.Port!.Value);
        },
        iter: 3_000);

    [Fact]
    public void Macros_that_double_each_other_come_to_an_end()
    {
        var text = string.Concat(Enumerable.Range(0, 26).Select(static i => $"M{(char)('A' + i)} = {(i == 0 ? "xx" : $"M{(char)('A' + i - 1)} M{(char)('A' + i - 1)}")}\n"));
        Assert.NotNull(EximAsk.Read(text + "qualify_domain = MZ\n"));
    }

    [Fact]
    public void ACLs_that_enter_each_other_come_to_an_end()
    {
        var text = string.Concat(Enumerable.Range(0, 4).Select(static i => $"a{i}:\n{string.Concat(Enumerable.Range(0, 4).Select(static j => $"  deny acl = a{j}\n"))}"));
        Assert.Equal("451 Temporary local problem - please try later", EximAsk.Acl("  accept acl = a0\n" + text).Ask("u@far.test"));
    }
}
