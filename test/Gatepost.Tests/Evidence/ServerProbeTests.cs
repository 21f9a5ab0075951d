using System.Net;
using Gatepost.Diagnoses;
using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Smtp;

namespace Gatepost.Tests.Evidence;

public sealed class ServerProbeTests
{
    private static readonly ProberOptions Common = new() { Helo = "mail.example.com" };

    private sealed class Table : IDns
    {
        public ValueTask<DnsResponse> Ask(DnsQuery query, CancellationToken cancel) => new(query.Type switch
        {
            DnsType.A => Answer(query, "192.0.2.1"),
            DnsType.Aaaa => Answer(query, "2001:db8::1"),
            _ => new DnsResponse(query, DnsOutcome.NoData),
        });

        private static DnsResponse Answer(DnsQuery query, string address) =>
            new(query, DnsOutcome.Answer) { Answers = [new DnsRecord(query.Name, query.Type, 60, new DnsData.Address(IPAddress.Parse(address)))] };
    }

    private sealed class Server(Func<DialogPlan, DialogResult> answer) : ISmtpDialer
    {
        public List<DialogPlan> Plans { get; } = [];

        public ValueTask<DialogResult> Hold(DialogPlan plan, CancellationToken cancel)
        {
            Plans.Add(plan);
            return new(answer(plan));
        }
    }

    private static DialogResult Says(DialogPlan plan, string reply) => new(plan, new DialogOutcome(SmtpPhase.Rcpt, DialogFault.None))
    {
        OfferBeforeTls = new EhloOffer(plan.Host, ["AUTH PLAIN"]), Recipients = [.. plan.Envelopes.SelectMany(static e => e.Recipients).Select(r => new RecipientAnswer(0, r, Reply.Parse(reply)))],
    };

    private static async Task<(ProbeVerdict Verdict, Server Server)> Ask(string text, Func<DialogPlan, DialogResult> answer, ServerProbeOptions? options = null, string? server = null)
    {
        Assert.True(ProbeTarget.TryParse(text, out var target, out _));
        if (server is not null && ProbeServer.TryParse(server, out var named, out _)) target = target with { Server = named };
        var dialer = new Server(answer);
        var seen = await new ServerProbe(new Table(), dialer, options ?? new ServerProbeOptions(Common), TimeProvider.System).Gather(target, TestContext.Current.CancellationToken);
        return (ServerVerdict.Of(seen), dialer);
    }

    [Fact]
    public async Task Every_address_of_a_named_server_is_asked_for_the_recipient()
    {
        var (verdict, server) = await Ask("pat@example.net", static p => Says(p, "250 2.1.5 Ok"), server: "mail.example.com:587");
        Assert.Equal(["[2001:db8::1]:587", "192.0.2.1:587"], server.Plans.Select(static p => p.Address.ToString()));
        Assert.All(server.Plans, static p => Assert.Equal("pat@example.net", Assert.Single(Assert.Single(p.Envelopes).Recipients)));
        Assert.Equal((ProbeVerdictKind.Accepts, null), (verdict.Kind, verdict.Diagnosis));
    }

    [Theory]
    [InlineData("550 5.7.1 <pat@example.net>: Relay access denied", ProbeVerdictKind.Refuses, true)]
    [InlineData("550 5.1.1 no such user", ProbeVerdictKind.Refuses, false)]
    [InlineData("450 4.2.0 Greylisted", ProbeVerdictKind.Defers, false)]
    [InlineData("252 2.0.0 will try", ProbeVerdictKind.Accepts, null)]
    public async Task The_reply_decides(string reply, ProbeVerdictKind kind, bool? isRelayDenial)
    {
        var (verdict, _) = await Ask("pat@example.net", p => Says(p, reply), server: "192.0.2.9");
        Assert.Equal((kind, isRelayDenial), (verdict.Kind, verdict.Diagnosis?.IsRelayDenial));
    }

    [Fact]
    public async Task Addresses_that_differ_are_mixed_and_one_that_is_silent_is_not()
    {
        Assert.Equal(ProbeVerdictKind.Mixed, (await Ask("pat@example.net", static p => Says(p, p.Address.Address.ToString() == "192.0.2.1" ? "250 ok" : "550 no"), server: "a.example")).Verdict.Kind);
        Assert.Equal(ProbeVerdictKind.Accepts, (await Ask("pat@example.net", static p => p.Address.Address.ToString() == "192.0.2.1" ? Says(p, "250 ok")
            : new DialogResult(p, new DialogOutcome(SmtpPhase.Connect, DialogFault.Unreachable)), server: "a.example")).Verdict.Kind);
        Assert.Equal(ProbeVerdictKind.Unreachable, (await Ask("192.0.2.1:25", static p => new DialogResult(p, new DialogOutcome(SmtpPhase.Connect, DialogFault.TimedOut)))).Verdict.Kind);
    }

    [Fact]
    public async Task A_mere_server_is_only_greeted_and_port_465_is_under_tls_from_the_start()
    {
        var (verdict, server) = await Ask("192.0.2.1:465", static p => Says(p, ""));
        var plan = Assert.Single(server.Plans);
        Assert.Equal((TlsMode.Implicit, 0, ProbeVerdictKind.Accepts), (plan.Tls, plan.Envelopes.Count, verdict.Kind));
    }

    [Fact]
    public async Task A_login_that_is_refused_is_the_verdict()
    {
        var options = new ServerProbeOptions(Common) { Login = new Login("me", "secret") };
        var (verdict, _) = await Ask("pat@example.net", static p => Says(p, "530 5.7.0 Authentication required") with { Login = new LoginResult("PLAIN", false, Reply.Parse("535 5.7.8 Authentication credentials invalid")) }, options, "192.0.2.9:587");
        Assert.Equal(ProbeVerdictKind.Refuses, verdict.Kind);
        Assert.Equal(SmtpPhase.Auth, verdict.Diagnosis?.Refusal.Phase);
        Assert.Equal(535, verdict.Diagnosis?.Refusal.Reply.Code);
    }

    [Fact]
    public async Task Ipv4_only_means_so()
    {
        var (_, server) = await Ask("mail.example.com:25", static p => Says(p, ""), new ServerProbeOptions(Common with { UseIPv6 = false }));
        Assert.Equal("192.0.2.1:25", Assert.Single(server.Plans).Address.ToString());
    }
}
