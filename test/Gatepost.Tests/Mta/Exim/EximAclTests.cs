namespace Gatepost.Tests.Mta.Exim;

/// <summary>ACLs: verbs, conditions, messages, variables, nested ACLs.</summary>
public class EximAclTests
{
    private const string Denied = "550 Administrative prohibition";
    private const string Later = "451 Temporary local problem - please try later";

    [Theory]
    [InlineData("  accept", "accept")]
    [InlineData("  deny", Denied)]
    [InlineData("  drop message = go", "550 go")]
    [InlineData("  defer", Later)]
    [InlineData("  defer message = 450 4.7.1 wait", "450 4.7.1 wait")]
    [InlineData("  discard", "discard")]
    [InlineData("  warn\n  accept", "accept")]
    [InlineData("  require hosts = 10.0.0.0/8\n  accept", Denied)]
    [InlineData("  require message = relay not permitted\n    domains = ours.test\n  accept", "550 relay not permitted")]
    [InlineData("  require domains = ours.test\n    message = too late\n  accept", Denied)]
    [InlineData("  accept domains = ours.test\n    endpass\n    hosts = 10.0.0.0/8\n  accept", "accept")]
    [InlineData("  accept message = no\n    domains = far.test\n    endpass\n    hosts = 10.0.0.0/8\n  accept", "550 no")]
    [InlineData("  accept message = the last word\n    hosts = 10.0.0.0/8", "550 the last word")]
    [InlineData("  accept message = not the last word\n    hosts = 10.0.0.0/8\n  deny hosts = 10.0.0.0/8", Denied)]
    [InlineData("  deny message = 5.7.1 no, $sender_host_address", "550 5.7.1 no, 192.0.2.7")]
    [InlineData("  deny message = 551 5.7.1 no", "551 5.7.1 no")]
    [InlineData("  deny message = 250 fine", "550 fine")]
    [InlineData("  deny message = ${if eq{a}{b}{x}{}}", Denied)]
    [InlineData("  accept condition = maybe", Later)]
    [InlineData("  accept condition =", Denied)]
    [InlineData("  accept condition = -1", "accept")]
    [InlineData("  warn condition = maybe\n  accept", "accept")]
    [InlineData("  warn condition = ${nonsense:x}\n  accept", Later)]
    [InlineData("  deny regex = x\n  accept", Later)]
    [InlineData("  accept acl = sub", "accept")]
    [InlineData("  deny acl = sub", Denied)]
    [InlineData("  deny !acl = sub2\n  accept", "550 from below")]
    [InlineData("  require acl = sub2", "550 from below")]
    [InlineData("  accept acl = sub3 192.0.2.7", "accept")]
    [InlineData("  accept acl = sub3 192.0.2.8", Denied)]
    [InlineData("  accept acl = sub4", "discard")]
    [InlineData("  deny acl = sub4\n  accept", Later)]
    [InlineData("  warn set acl_m_x = yes\n  accept condition = $acl_m_x", "accept")]
    [InlineData("  warn hosts = 10.0.0.0/8\n    set acl_m_x = yes\n  accept condition = $acl_m_x", Denied)]
    [InlineData("  warn set acl_c_x = ${if eq{$domain}{far.test}{far}{near}}\n  accept condition = ${if eq{$acl_c_x}{far}}", "accept")]
    [InlineData("  accept authenticated = *", Denied)]
    [InlineData("  accept encrypted = *", Denied)]
    public void A_statement_ends_as_in_Exim(string statements, string decision) => Assert.Equal(decision, EximAsk.Acl(statements + """

          sub:
            accept
          sub2:
            deny message = from below
          sub3:
            accept condition = ${if eq{$acl_arg1}{$sender_host_address}}
          sub4:
            discard
          """).Ask("u@far.test"));

    [Fact]
    public void Without_an_ACL_for_RCPT_nobody_is_accepted() => Assert.Equal(Denied, EximAsk.Read("").Ask("u@far.test"));

    [Fact]
    public void An_ACL_may_go_by_the_port()
    {
        var configuration = EximAsk.Read("daemon_smtp_ports = 25 : 587\nacl_smtp_rcpt = ${if eq{$interface_port}{587}{submission}{mx}}\nbegin acl\nmx:\n  accept domains = ours.test\nsubmission:\n  accept authenticated = *\n");
        Assert.Equal("accept", configuration.Ask("u@ours.test"));
        Assert.Equal(Denied, configuration.Ask("u@ours.test", port: 587));
        Assert.Equal("accept", configuration.Ask("u@far.test", login: "bob", port: 587));
    }

    [Fact]
    public void Variables_of_the_message_end_with_MAIL_and_those_of_the_connection_do_not()
    {
        var configuration = EximAsk.Read("""
            acl_smtp_connect = c
            acl_smtp_rcpt = r
            begin acl
            c:
              accept hosts = 10.0.0.0/8
              warn set acl_m0 = yes
                   set acl_c0 = yes
              accept
            r:
              deny message = m
                   condition = $acl_m0
              accept condition = $acl_c0
            """);
        Assert.Equal("accept", configuration.Ask("u@far.test"));
        Assert.Equal(Denied, configuration.Ask("u@far.test", client: "10.0.0.1"));
    }

    [Fact]
    public void An_unknown_condition_is_told_with_the_nearest()
    {
        var configuration = EximAsk.Acl("  accept hots = 10.0.0.0/8");
        Assert.Equal(Later, configuration.Ask("u@far.test"));
        Assert.Contains(configuration.Problems, static p => p.Write == "Write hosts");
    }

    [Theory]
    [InlineData("  require verify = recipient\n  accept", "bob@ours.test", "accept")]
    [InlineData("  require verify = recipient\n  accept", "joe@ours.test", "550 Unrouteable address")]
    [InlineData("  require verify = recipient\n  accept", "list@ours.test", "550 no lists")]
    [InlineData("  require verify = recipient\n  accept", "u@far.test", "depends")]
    public void The_routers_verify_a_recipient(string statements, string to, string decision) => Assert.Equal(decision, EximAsk.Acl(statements + """

        begin routers
        outside:
          driver = dnslookup
          domains = !ours.test
          no_more
        lists:
          driver = redirect
          local_parts = list
          allow_fail
          data = :fail: no lists
        users:
          driver = accept
          condition = ${lookup{$local_part}lsearch{/etc/exim/users}{yes}{no}}
        """, files: ("/etc/exim/users", "bob: 1\n")).Ask(to));
}
