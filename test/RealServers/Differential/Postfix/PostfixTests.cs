using System.Diagnostics;
using System.Net;
using Gatepost.RealServers.Hosts;
using Attempt = Gatepost.Relay.Attempt;

namespace Gatepost.RealServers.Differential.Postfix;

public class PostfixTests
{
    [Fact]
    public async Task Trial()
    {
        Assert.SkipUnless(ServersRoot.IsHere, ServersRoot.NotHere);
        var world = new NameWorld();
        world.Add(NameWorld.Reverse(IPAddress.Parse("192.0.2.7")), "PTR mx.good.test");
        world.Add("mx.good.test", "A 192.0.2.7");
        using var names = new FakeNames(IPAddress.Parse("127.0.0.53"), world);
        using var place = await PostfixPlace.Make(1, IPAddress.Parse("127.0.0.53"));
        var oracle = new PostfixOracle(place, static _ => null!);
        var files = new PostfixFiles(new Dictionary<string, string>
        {
            ["main.cf"] = "compatibility_level=3.6\nmyhostname=mx.example.org\nmydestination=example.org\nlocal_recipient_maps=\nsmtpd_relay_restrictions=check_sender_access hash:/etc/postfix/acc, check_sender_access lmdb:/etc/postfix/acc, check_recipient_access pcre:{ {/x@/ OK}}, reject_unauth_destination\n",
            ["master.cf"] = "smtp inet n - n - 1 smtpd\n",
            ["acc"] = "good.test OK\n",
        }, ["hash:/etc/postfix/acc", "lmdb:/etc/postfix/acc"]);
        var at = new Attempt { Client = IPAddress.Parse("192.0.2.7"), Helo = "client.test", MailFrom = "a@good.test", RcptTo = "u@far.test" };
        PostfixQuestion[] questions = [new("smtp", at), new("smtp", at with { MailFrom = "b@bad.test" }), new("smtp", at with { MailFrom = "b@bad.test", RcptTo = "x@far.test" }), new("smtp", at with { Client = IPAddress.Parse("2001:db8::1") })];
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 20; i++)
        {
            var answers = await oracle.Ask(files, questions);
            if (i == 0) TestContext.Current.TestOutputHelper!.WriteLine(answers is null ? "null " + await place.Start(files) : string.Join('\n', answers));
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{clock.Elapsed.TotalMilliseconds / 20} ms\n{place.Log}");
        Assert.Fail("see");
    }
}
