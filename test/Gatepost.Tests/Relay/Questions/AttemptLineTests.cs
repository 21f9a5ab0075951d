using System.Net;
using CsCheck;
using Gatepost.Relay;
using Gatepost.Relay.Questions;

namespace Gatepost.Tests.Relay.Questions;

public class AttemptLineTests
{
    [Fact]
    public void A_line_names_all_parts_of_an_attempt()
    {
        Assert.True(AttemptLine.TryParse("client=192.0.2.7 name=mx.far.test helo=\"a b\" login=bob/LOGIN tls=verified from=<> to=u@far.test listener=smtp", out var read, out _));
        Assert.Equal(IPAddress.Parse("192.0.2.7"), read!.Attempt.Client);
        Assert.Equal(ClientName.Verified("mx.far.test"), read.Attempt.Name);
        Assert.Equal("a b", read.Attempt.Helo);
        Assert.Equal(new Login("bob", "LOGIN"), read.Attempt.Login);
        Assert.True(read.Attempt.Tls!.IsVerified);
        Assert.Equal("", read.Attempt.MailFrom);
        Assert.Equal("smtp", read.Listener);
    }

    [Theory]
    [InlineData("to=u@far.test", "client= is needed: the address that connects", 0)]
    [InlineData("client=192.0.2.7", "to= is needed: the recipient", 0)]
    [InlineData("client=far to=u@far.test", "far is no IP address", 7)]
    [InlineData("client=192.0.2.7 rcpt=u@far.test", "there is no field rcpt: use client, name, helo, tls, login, from, to, server, listener", 17)]
    [InlineData("client=192.0.2.7 to=\"u", "a quotation mark is not closed", 20)]
    [InlineData("client=192.0.2.7 to=a to=b", "to stands here twice", 22)]
    public void A_problem_says_what_and_where(string line, string message, int position)
    {
        Assert.False(AttemptLine.TryParse(line, out _, out var problem));
        Assert.Equal((message, position), (problem.Message, problem.Position));
    }

    [Fact]
    public void What_is_written_reads_back_to_the_same() =>
        Gen.Select(Gen.String[Gen.Char[' ', '~'], 0, 12], Gen.String[Gen.Char[' ', '~'], 1, 12], Gen.UInt).Sample((from, to, client) =>
        {
            if (from is "<>" || to.StartsWith('<') || from.StartsWith('<')) return;
            var attempt = new Attempt { Client = new IPAddress(client), Helo = "h", MailFrom = from, RcptTo = to };
            Assert.True(AttemptLine.TryParse(AttemptLine.Write(attempt), out var read, out _));
            Assert.Equal(attempt, read!.Attempt);
        });

    [Fact]
    public void No_text_makes_it_throw() => Gen.String.Sample(static s => Assert.True(AttemptLine.TryParse(s, out _, out _) || s is not null));
}
