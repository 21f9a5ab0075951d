namespace Gatepost.Tests.Mta.Exim;

/// <summary>Lists: separators, negation, patterns, files and lookups.</summary>
public class EximListTests
{
    private const string Denied = "550 Administrative prohibition";

    [Theory]
    [InlineData("ours.test", "u@ours.test", true)]
    [InlineData("ours.test", "u@OURS.test", true)]
    [InlineData("ours.test", "u@sub.ours.test", false)]
    [InlineData("*.ours.test", "u@ours.test", false)]
    [InlineData("*ours.test", "u@yours.test", true)]
    [InlineData("\\N^.*\\.test$\\N", "u@a.test", true)]
    [InlineData("@", "u@mx.ours.test", true)]
    [InlineData("!far.test", "u@other.test", true)]
    [InlineData("!far.test", "u@far.test", false)]
    [InlineData("!a.far.test : *.far.test", "u@a.far.test", false)]
    [InlineData("!a.far.test : *.far.test", "u@b.far.test", true)]
    [InlineData("<; a.test ; b.test", "u@b.test", true)]
    [InlineData("+ours", "u@rel.test", true)]
    [InlineData("!+ours", "u@rel.test", false)]
    [InlineData("lsearch;/etc/exim/domains", "u@listed.test", true)]
    [InlineData("lsearch;/etc/exim/domains", "u@a.wild.test", false)]
    [InlineData("partial-lsearch;/etc/exim/domains", "u@a.wild.test", true)]
    [InlineData("partial-lsearch;/etc/exim/domains", "u@wild.test", true)]
    [InlineData("partial3-lsearch;/etc/exim/domains", "u@a.wild.test", false)]
    [InlineData("/etc/exim/list", "u@kept.test", true)]
    [InlineData("/etc/exim/list", "u@not.kept.test", false)]
    [InlineData("dsearch;/etc/exim/dir", "u@entry.test", true)]
    public void A_domain_matches_a_list_as_in_Exim(string list, string to, bool matches)
    {
        var configuration = EximAsk.Acl($"  accept domains = {list}", "domainlist ours = ours.test : rel.test",
            ("/etc/exim/domains", "listed.test: yes\n*.wild.test: w\n"), ("/etc/exim/list", "# all\n!not.kept.test\nkept.test # one\n"), ("/etc/exim/dir/entry.test", ""));
        Assert.Equal(matches ? "accept" : Denied, configuration.Ask(to));
    }

    [Theory]
    [InlineData("192.0.2.0/24", null, true)]
    [InlineData("192.0.2.9/24", null, true)]
    [InlineData("10.0.0.0/8", null, false)]
    [InlineData("10.1/16", null, false)]
    [InlineData("10.1/16 : 192.0.2.7", null, false)]
    [InlineData("*.far.test", "mx.far.test", true)]
    [InlineData("*.far.test : 192.0.2.7", null, false)]
    [InlineData("+ignore_unknown : *.far.test : 192.0.2.7", null, true)]
    [InlineData("+include_unknown : *.far.test", null, true)]
    [InlineData("192.0.2.7 : *.far.test", null, true)]
    [InlineData("!192.0.2.8", null, true)]
    [InlineData(":", null, false)]
    [InlineData("net-iplsearch;/etc/exim/networks", null, true)]
    [InlineData("net24-lsearch;/etc/exim/networks", null, true)]
    [InlineData("net-lsearch;/etc/exim/networks", null, false)]
    public void A_host_matches_a_list_as_in_Exim(string list, string? name, bool matches)
    {
        var configuration = EximAsk.Acl($"  accept hosts = {list}", files: ("/etc/exim/networks", "192.0.2.0/24: x\n"));
        Assert.Equal(matches ? "accept" : Denied, configuration.Ask("u@far.test", name: name));
    }

    [Theory]
    [InlineData("*@sender.test", "A@Sender.test", true)]
    [InlineData("sender.test", "a@sender.test", true)]
    [InlineData("b@sender.test", "a@sender.test", false)]
    [InlineData("*x@sender.test", "max@sender.test", true)]
    [InlineData("", "", false)]
    [InlineData(":", "", true)]
    [InlineData("*@sender.test", "", false)]
    [InlineData("+caseful : Bob@sender.test", "bob@sender.test", false)]
    [InlineData("lsearch*@;/etc/exim/senders", "who@any.test", true)]
    [InlineData("*@+ours", "a@rel.test", true)]
    public void A_sender_matches_a_list_as_in_Exim(string list, string from, bool matches)
    {
        var configuration = EximAsk.Acl($"  accept senders = {list}", "domainlist ours = rel.test", ("/etc/exim/senders", "*@any.test\n"));
        Assert.Equal(matches ? "accept" : Denied, configuration.Ask("u@far.test", from: from));
    }

    [Fact]
    public void A_lookup_in_a_missing_file_ends_the_connection() =>
        Assert.Equal("421 Unexpected failure, please try later", EximAsk.Acl("  accept domains = lsearch;/nowhere").Ask("u@far.test"));

    [Fact]
    public void A_name_of_no_list_defers_and_is_told_with_the_nearest()
    {
        var configuration = EximAsk.Acl("  accept domains = +local_domain", "domainlist local_domains = ours.test");
        Assert.Equal("451 Temporary local problem - please try later", configuration.Ask("u@ours.test"));
        Assert.Contains(configuration.Problems, static p => p.Write == "Perhaps you meant +local_domains");
    }

    [Fact]
    public void A_query_is_left_to_the_outside() =>
        Assert.Equal("depends", EximAsk.Acl("  accept domains = mysql;SELECT domain FROM domains WHERE domain='$domain'").Ask("u@far.test"));
}
