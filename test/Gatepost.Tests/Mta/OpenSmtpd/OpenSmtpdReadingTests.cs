using System.Collections.Immutable;
using CsCheck;
using Gatepost.Mta;
using Gatepost.Relay;

namespace Gatepost.Tests.Mta.OpenSmtpd;

/// <summary>The language of smtpd.conf, its tables, and what is wrong in it.</summary>
public class OpenSmtpdReadingTests
{
    private const string Rules = "action out relay\nmatch from any for any action out\n";

    [Fact]
    public void Macros_continued_lines_quotes_comments_and_included_files_are_read()
    {
        var read = Smtpd.Read(
            """
            net = "198.51.100.0/24" # a comment that \
            goes on
            listen on 192.0.2.25 \
              port 25
            include "/etc/mail/more.conf"
            match from src { $net, '203.0.113.7' } \
              for domain "far.test" action "a b"
            """, null, ("/etc/mail/more.conf", "action \"a b\" relay"));
        Assert.Empty(read.Problems);
        Assert.Equal("accept relay-domain", Smtpd.Ask(read, "client=198.51.100.7 to=u@far.test"));
        Assert.Equal("accept relay-domain", Smtpd.Ask(read, "client=203.0.113.7 to=u@far.test"));
        Assert.Equal(6, read.Policies[0].Stages[^1].Lists[^1].Rules[0].Origin.Line);
    }

    [Theory]
    [InlineData("match from any for any action nowhere\n", 3, ConfigProblemKind.UnknownName)]
    [InlineData("match from any for domain <nowhere> reject\n", 3, ConfigProblemKind.UnknownName)]
    [InlineData("match from nowhere for any reject\n", 3, ConfigProblemKind.Syntax)]
    [InlineData("match from any for any for any reject\n", 3, ConfigProblemKind.Syntax)]
    [InlineData("action relay mbox\n", 3, ConfigProblemKind.Syntax)]
    [InlineData("listen on 192.0.2.1 port 25 auth\n", 3, ConfigProblemKind.Syntax)]
    [InlineData("accept from any for any relay\n", 3, ConfigProblemKind.Syntax)]
    [InlineData("table t { a, b = c }\n", 3, ConfigProblemKind.Syntax)]
    [InlineData("table t file:/nowhere\n", 3, ConfigProblemKind.MissingFile)]
    [InlineData("include \"/nowhere\"\n", 3, ConfigProblemKind.MissingFile)]
    [InlineData("match from src $nowhere for any reject\n", 3, ConfigProblemKind.Syntax)]
    [InlineData("\n\nmatch from tls for any reject\n", 5, ConfigProblemKind.Syntax)]
    public void What_the_server_does_not_take_is_a_problem_and_prevents_a_proof(string line, int at, ConfigProblemKind kind)
    {
        var read = Smtpd.Read(Rules + line);
        var problem = Assert.Single(read.Problems, p => p.Kind == kind);
        Assert.Equal(at, problem.Origin.Line);
        Assert.Contains(read.Coverage, static c => c.PreventsProof);
    }

    [Theory]
    [InlineData("match from any mail-from \"@own.test\" for any action out\n", ConfigProblemKind.Risky, "mail-from")]
    [InlineData("match from any helo \"own.test\" for any action out\n", ConfigProblemKind.Risky, "helo")]
    [InlineData("match from any for any action out\n", ConfigProblemKind.Risky, "auth")]
    [InlineData("match from rdns regex \"own\\.test\" for any action out\n", ConfigProblemKind.Risky, "$")]
    [InlineData("match from rdns \"own.test\" for any action out\n", ConfigProblemKind.Risky, "PTR")]
    [InlineData("match tls from any for any action out\n", ConfigProblemKind.BadValue, "451")]
    [InlineData("match from any for domain \"*.own.test\" action out\n", ConfigProblemKind.NoEffect, "own.test")]
    [InlineData("match for domain own.test action out\n", ConfigProblemKind.NoEffect, "from any")]
    [InlineData("match from any for any reject\nmatch from local for any action out\n", ConfigProblemKind.NoEffect, "never reached")]
    [InlineData("match from src nonsense for any action out\n", ConfigProblemKind.NoEffect, "nonsense")]
    [InlineData("match from any mail-from \"*.own.test\" for any reject\nmatch from any mail-from \"*.own.test\" for domain x action out\n", ConfigProblemKind.NoEffect, "local part")]
    public void Usual_mistakes_are_found(string rule, ConfigProblemKind kind, string word) =>
        Assert.Contains(Smtpd.Read("listen on 192.0.2.25\naction out relay\n" + rule).Problems, p => p.Kind == kind && (p.What + p.Write).Contains(word, StringComparison.Ordinal));

    [Fact]
    public void A_usual_configuration_has_no_problems()
    {
        var read = Smtpd.Read(
            """
            table aliases file:/etc/mail/aliases
            listen on socket
            listen on lo0
            action "local_mail" mbox alias <aliases>
            action "outbound" relay
            match from local for local action "local_mail"
            match from local for any action "outbound"
            """, null, ("/etc/mail/aliases", "MAILER-DAEMON: postmaster\npostmaster: root\nroot: bob\n"));
        Assert.Empty(read.Problems);
        Assert.DoesNotContain(read.Coverage, static c => c.PreventsProof);
        Assert.Equal("accept local", Smtpd.Ask(read, "client=127.0.0.1 to=Mailer-Daemon@mx.own.test"));
        Assert.Equal("550 Invalid recipient: <postmaster@mx.own.test>", Smtpd.Ask(read, "client=192.0.2.7 to=postmaster"));
    }

    [Fact]
    public void Tables_of_other_programs_are_asked_or_given_as_snapshots()
    {
        const string text = "listen on 192.0.2.25\ntable d mysql:/etc/mail/mysql.conf\naction box mbox\nmatch from any for domain <d> action box\n";
        Assert.Equal("depends mysql:/etc/mail/mysql.conf", Smtpd.Ask(Smtpd.Read(text), "client=192.0.2.7 to=bob@own.test"));
        Assert.Contains(Smtpd.Read(text).Coverage, static c => c.Coverage == Coverage.Conditional);
        var known = Smtpd.Options with { Snapshots = Smtpd.Options.Snapshots.Add("mysql:/etc/mail/mysql.conf", "own.test\n") };
        Assert.Equal("accept local", Smtpd.Ask(Smtpd.Read(text, known), "client=192.0.2.7 to=bob@own.test"));
        Assert.Equal("550 Invalid recipient: <bob@far.test>", Smtpd.Ask(Smtpd.Read(text, known), "client=192.0.2.7 to=bob@far.test"));
    }

    [Fact]
    public void Without_the_systems_users_only_the_outside_knows_who_has_a_mailbox()
    {
        var read = Smtpd.Read("listen on 192.0.2.25\naction box mbox\nmatch from any for domain own.test action box\n", Smtpd.Options with { Snapshots = ImmutableDictionary<string, string>.Empty });
        Assert.Equal("depends passwd", Smtpd.Ask(read, "client=192.0.2.7 to=bob@own.test"));
        Assert.Equal("550 Invalid recipient: <u@far.test>", Smtpd.Ask(read, "client=192.0.2.7 to=u@far.test"));
    }

    [Fact]
    public void A_published_configuration_is_understood()
    {
        const string path = "/work/shared/corpus/configs/vedetta-com__caesonia/src/etc/mail/smtpd.conf";
        Assert.SkipUnless(File.Exists(path), "the public configurations are not here");
        var read = Smtpd.Read(File.ReadAllText(path), null, ("/etc/mail/aliases", "root: bob\n"), ("/etc/mail/virtual", "bob@own.test bob\n"), ("/etc/mail/vdomains", "own.test\n"),
            ("/etc/mail/blacklist", "@bad.test\n"), ("/var/www/openpgpkey/submission-address", "key@own.test\n"), ("/etc/mail/relays", "192.0.2.99\n"), ("/etc/mail/whitelist", "@own.test\n"));
        Assert.DoesNotContain(read.Problems, static p => p.Kind is ConfigProblemKind.Syntax or ConfigProblemKind.UnknownName or ConfigProblemKind.MissingFile);
        Assert.Equal(["DKIM", "MTA", "MSA", "MSA"], read.Policies.Select(static p => p.Listener.Name));
    }

    private static readonly string[] s_pieces =
    [
        "table", " t", " {", "}", "a", "=", "\"", "'", "\\", "\n", "#", "$", "$x", "x = \"$x\"\n", "<", ">", "<t>", "!", ",", "match", " from", " any", " for", " domain", " regex", " \"(\"", " action", " out", " relay", " mbox",
        " alias", " virtual", "listen on", " ::1", " 10.0.0.1", " port 25", " filter", " phase", " rcpt-to", " reject", " \"550 x\"", "include \"/etc/mail/smtpd.conf\"\n", " file:/etc/mail/smtpd.conf", "*", "@", ":", "-", "99999999999999999999",
        "\u0000", "\u00fc", "\ud800", " tag", " senders", " tls", " auth", " userbase", "srs key x\n", " chain", "listen on socket\n", "action out relay\n", "smtp sub-addr-delim", " \"a b\"", "=>", "0/0", " { a = \"a, error:550 x, :include:/etc/mail/smtpd.conf\" }",
    ];

    [Fact]
    public void No_text_makes_the_reader_fail() =>
        Gen.OneOf(Gen.Int[0, s_pieces.Length - 1].Array[0, 40].Select(static picks => string.Concat(picks.Select(static i => s_pieces[i]))), Gen.String).Sample(
            static text =>
            {
                var read = Smtpd.Read(text);
                foreach (var policy in read.Policies) Evaluator.Evaluate(policy, new Attempt { Client = System.Net.IPAddress.Loopback, Helo = text, MailFrom = text, RcptTo = text });
            },
            iter: 5_000, print: static t => t);
}
