using System.Net;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Relaying;

namespace Gatepost.Tests.Evidence.Relaying;

public class RelayVerdictTests
{
    private static async Task<RelayVerdict> Judge(PolicyDialer dialer, RelayTarget? target = null) => (await Servers.Test(dialer, target)).Verdict;

    private static PolicyDialer OpenWith(string accepted) => new((_, to) => Servers.Own(to) ?? accepted);

    private static void Says(RelayState state, string words, RelayVerdict verdict)
    {
        Assert.Equal(state, verdict.State);
        Assert.Contains(verdict.Reasons, r => r.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_open_relay_relays() => Says(RelayState.Relays, "no message was sent", await Judge(Servers.Open));

    [Fact]
    public async Task A_closed_server_refuses() => Says(RelayState.Refuses, "32 forms were refused for good", await Judge(Servers.Closed, Servers.Target with { LocalDomains = ["example.net"] }));

    [Fact]
    public async Task A_number_in_the_words_of_a_reply_is_nothing() =>
        Assert.Equal(RelayState.Relays, (await Judge(OpenWith("250 2.1.5 recipient ok id=a15304"))).State);

    [Theory]
    [InlineData("252 accepted for delivery")]
    [InlineData("251 User not local; will forward")]
    public async Task Every_2yz_is_an_acceptance(string reply) => Assert.Equal(RelayState.Relays, (await Judge(OpenWith(reply))).State);

    [Fact]
    public async Task A_sink_that_takes_everything_is_unknown() => Says(RelayState.Unknown, "catch-all", await Judge(new((_, _) => "250 Ok")));

    [Fact]
    public async Task A_sink_that_looks_domains_up_is_unknown() =>
        Says(RelayState.Unknown, "alike", await Judge(new((_, to) => to.EndsWith("tester.example", StringComparison.Ordinal) ? "250 Ok" : "550 no such domain")));

    [Fact]
    public async Task Greylisting_is_no_refusal() => Says(RelayState.Unknown, "put off", await Judge(new((_, _) => "450 4.2.0 Greylisted")));

    [Fact]
    public async Task One_form_put_off_leaves_the_question_open() =>
        Says(RelayState.Unknown, "1 form was put off", await Judge(new((from, to) => Servers.Own(to) ?? (from.Length == 0 ? "451 4.7.1 later" : Servers.Refusal))));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("192.0.2.1")]
    [InlineData("192.0.2.200")]
    [InlineData("10.1.2.3")]
    [InlineData("::ffff:192.0.2.9")]
    public async Task From_inside_an_acceptance_proves_nothing(string source) =>
        Says(RelayState.Unknown, "asked from inside", await Judge(new((_, to) => Servers.Own(to) ?? "250 Ok") { Local = new IPEndPoint(IPAddress.Parse(source), 1) }));

    [Fact]
    public async Task From_inside_a_refusal_still_is_one() =>
        Assert.Equal(RelayState.Refuses, (await Judge(new((_, to) => Servers.Own(to) ?? Servers.Refusal) { Local = new IPEndPoint(IPAddress.Loopback, 1) })).State);

    [Fact]
    public async Task An_IPv6_neighbour_is_inside() => Says(RelayState.Unknown, "own network", await Judge(
        new((_, to) => Servers.Own(to) ?? "250 Ok") { Local = new IPEndPoint(IPAddress.Parse("2001:db8::77"), 1) },
        Servers.Target with { Address = new IPEndPoint(IPAddress.Parse("2001:db8::1"), 25), LocalDomains = ["example.net"] }));

    [Fact]
    public async Task The_address_behind_translation_counts() =>
        Assert.Equal(RelayState.Relays, (await Judge(new((_, to) => Servers.Own(to) ?? "250 Ok") { Local = new IPEndPoint(IPAddress.Parse("192.168.1.2"), 1) },
            Servers.Target with { SeenAs = IPAddress.Parse("203.0.113.5") })).State);

    [Theory]
    [InlineData("220 mx.example.net ESMTP", RelayState.Relays)]
    [InlineData("550 5.7.0 no", RelayState.Unknown)]
    public async Task XCLIENT_counts_where_the_server_believed_it(string answer, RelayState expected) =>
        Assert.Equal(expected, (await Judge(
            new((_, to) => Servers.Own(to) ?? "250 Ok")
            {
                Local = new IPEndPoint(IPAddress.Loopback, 1),
                Wire = [new WireLine(WireKind.Client, "XCLIENT ADDR=203.0.113.5 NAME=x", default), new WireLine(WireKind.Server, answer, default)],
            },
            Servers.Target with { XClient = "ADDR=203.0.113.5 NAME=x" })).State);

    [Fact]
    public async Task A_session_that_was_logged_in_is_no_stranger() =>
        Says(RelayState.Unknown, "logged in", await Judge(new((_, to) => Servers.Own(to) ?? "250 Ok") { Login = new LoginResult("PLAIN", true, null) }));

    [Fact]
    public async Task A_refused_sender_says_nothing_of_relaying() =>
        Says(RelayState.Unknown, "another reason", await Judge(new((_, _) => "250 Ok") { Mail = static _ => "550 5.1.8 bad sender" }));

    [Fact]
    public async Task A_server_that_asks_for_a_login_refuses() =>
        Assert.Equal(RelayState.Refuses, (await Judge(new((_, _) => "530 5.7.0 Authentication required"))).State);

    [Fact]
    public async Task A_server_that_refuses_the_client_is_unknown() =>
        Says(RelayState.Unknown, "may refuse this client", await Judge(new((_, _) => "554 5.7.1 Client host blocked")));

    [Fact]
    public async Task A_null_MX_is_another_reason() =>
        Says(RelayState.Unknown, "another reason", await Judge(new((_, to) => Servers.Own(to) ?? "556 5.1.10 null MX")));

    [Fact]
    public async Task A_421_leaves_the_rest_unknown_and_unasked()
    {
        var dialer = new PolicyDialer((from, to) => from.Length == 0 ? Servers.Refusal : "421 4.7.0 too many errors");
        Says(RelayState.Unknown, "not answered", await Judge(dialer));
        Assert.Single(dialer.Plans);
    }

    [Fact]
    public async Task A_tarpit_is_not_evaded()
    {
        var dialer = new PolicyDialer((_, to) => Servers.Own(to) ?? Servers.Refusal) { SlowestReply = TimeSpan.FromSeconds(5) };
        Says(RelayState.Unknown, "not answered", await Judge(dialer));
        Assert.Single(dialer.Plans);
    }

    [Fact]
    public async Task Two_answers_to_one_question_are_no_answer()
    {
        var asked = 0;
        var dialer = new PolicyDialer((from, to) => Servers.Own(to)
            ?? (from == "gatepost@tester.example" && to == "gatepost-relay-test@tester.example" && asked++ > 0 ? Servers.Refusal : "250 Ok"));
        Says(RelayState.Unknown, "once taken and once refused", await Judge(dialer));
    }

    [Fact]
    public async Task Only_the_percent_hack_makes_a_relay_too() =>
        Says(RelayState.Relays, "2 forms were taken", await Judge(new((_, to) =>
            to.StartsWith("gatepost-relay-test%", StringComparison.Ordinal) && to.EndsWith("@mx.example.net", StringComparison.Ordinal) ? "250 Ok" : Servers.Own(to) ?? Servers.Refusal)));

    [Fact]
    public async Task A_catch_all_at_the_host_takes_odd_local_parts_and_relays_nothing() =>
        Assert.Equal(RelayState.Unknown, (await Judge(new((_, to) =>
            to.EndsWith("@mx.example.net", StringComparison.Ordinal) ? "250 Ok" : Servers.Own(to) ?? Servers.Refusal))).State);

    [Fact]
    public async Task The_testers_domain_may_not_be_the_servers()
    {
        var dialer = Servers.Open;
        Says(RelayState.Unknown, "the server's own", await Judge(dialer, Servers.Target with { Host = "mx.tester.example" }));
        Assert.Empty(dialer.Plans);
    }

    [Fact]
    public async Task Without_a_name_the_forms_that_need_it_are_left_out()
    {
        var dialer = new PolicyDialer((_, to) => Servers.Own(to) ?? Servers.Refusal) { Ehlo = "", Banner = "220 ready" };
        var test = await Servers.Test(dialer);
        Assert.Null(test.Host);
        Says(RelayState.Refuses, "host name is not known", test.Verdict);
        Assert.DoesNotContain(dialer.Plans.SelectMany(static p => p.Envelopes), static e => e.Sender.Contains("nil", StringComparison.Ordinal) || e.Sender.EndsWith('@'));
    }

    [Fact]
    public async Task A_dialog_that_never_began_does_not_cloud_the_others()
    {
        var test = await Servers.Test(Servers.Open);
        var failed = new DialogResult(test.Dialogs[0].Plan, new DialogOutcome(Gatepost.Smtp.SmtpPhase.Connect, DialogFault.ConnectionRefused));
        Assert.Equal(RelayState.Relays, (test with { Dialogs = [.. test.Dialogs, failed] }).Verdict.State);
    }
}
