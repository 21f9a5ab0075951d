using System.Text;
using CsCheck;
using Gatepost.Refusals;
using Gatepost.Refusals.Transcripts;
using Gatepost.Smtp;

namespace Gatepost.Tests.Refusals.Transcripts;

public class ExchangeProtocolLogTests
{
    private const string Head = """
        #Software: Microsoft Exchange Server
        #Version: 15.0.0.0
        #Log-type: SMTP Receive Protocol Log
        #Date: 2026-11-23T10:00:00.000Z
        #Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context

        """;

    private const string Receive = Head + """
        2026-11-23T10:00:00.000Z,EX1\Default Frontend EX1,08D1,0,198.51.100.1:25,192.0.2.9:40000,+,,
        2026-11-23T10:00:00.100Z,EX1\Default Frontend EX1,08D1,1,198.51.100.1:25,192.0.2.9:40000,>,"220 ex1.example.net Microsoft ESMTP MAIL Service ready at Mon, 23 Nov 2026",
        2026-11-23T10:00:00.150Z,EX1\Default Frontend EX1,08D2,0,198.51.100.1:25,192.0.2.8:40001,+,,
        2026-11-23T10:00:00.200Z,EX1\Default Frontend EX1,08D1,2,198.51.100.1:25,192.0.2.9:40000,<,EHLO app.example.org,
        2026-11-23T10:00:00.210Z,EX1\Default Frontend EX1,08D1,3,198.51.100.1:25,192.0.2.9:40000,>,250-ex1.example.net Hello [192.0.2.9],
        2026-11-23T10:00:00.220Z,EX1\Default Frontend EX1,08D1,4,198.51.100.1:25,192.0.2.9:40000,>,250 AUTH NTLM,
        #Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context
        2026-11-23T10:00:00.300Z,EX1\Default Frontend EX1,08D1,5,198.51.100.1:25,192.0.2.9:40000,<,MAIL FROM:<a@example.org>,
        2026-11-23T10:00:00.310Z,EX1\Default Frontend EX1,08D1,6,198.51.100.1:25,192.0.2.9:40000,*,08DA;2026-11-23T10:00:00.300Z;1,receiving message
        2026-11-23T10:00:00.320Z,EX1\Default Frontend EX1,08D2,1,198.51.100.1:25,192.0.2.8:40001,>,220 ex1.example.net Microsoft ESMTP MAIL Service,
        2026-11-23T10:00:00.330Z,EX1\Default Frontend EX1,08D1,7,198.51.100.1:25,192.0.2.9:40000,>,250 2.1.0 Sender OK,
        2026-11-23T10:00:00.400Z,EX1\Default Frontend EX1,08D1,8,198.51.100.1:25,192.0.2.9:40000,<,RCPT TO:<b@example.com>,
        2026-11-23T10:00:00.410Z,EX1\Default Frontend EX1,08D1,9,198.51.100.1:25,192.0.2.9:40000,*,Tarpit for '0.00:00:05' due to '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain',
        2026-11-23T10:00:05.500Z,EX1\Default Frontend EX1,08D1,10,198.51.100.1:25,192.0.2.9:40000,>,550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain,
        2026-11-23T10:00:05.600Z,EX1\Default Frontend EX1,08D1,11,198.51.100.1:25,192.0.2.9:40000,-,,Remote
        """;

    private static readonly TranscriptReader Reader = new();

    [Fact]
    public void On_a_receive_connector_Exchange_refuses()
    {
        var document = Make("\ufeff" + Receive);
        Assert.Equal(98, Reader.Recognise(document));
        var outcome = Reader.Read(document, ReadLimits.Default);
        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal(InputFormat.ExchangeProtocol, outcome.Format);
        Assert.Equal("550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain", refusal.Reply.ToString());
        Assert.Equal(("a@example.org", "b@example.com", "192.0.2.9", "app.example.org"), (refusal.Sender, refusal.Recipient, refusal.ClientAddress, refusal.Helo));
        Assert.Equal((true, "EX1", null, "exchange"), (refusal.RefusedByReporter, refusal.ReportingMta, refusal.RemoteMta, refusal.Software));
        Assert.Equal(AuthState.OfferedNotUsed, refusal.Auth);
        Assert.Equal(DateTimeOffset.Parse("2026-11-23T10:00:05.5Z"), refusal.Time);
    }

    [Fact]
    public void On_a_send_connector_the_other_side_refuses()
    {
        var text = Head + """
            2026-11-23T10:00:00.100Z,Outbound,09A1,1,198.51.100.1:40000,192.0.2.25:25,<,220 mx.example.net ESMTP Postfix,
            2026-11-23T10:00:00.200Z,Outbound,09A1,2,198.51.100.1:40000,192.0.2.25:25,>,EHLO ex1.example.org,
            2026-11-23T10:00:00.220Z,Outbound,09A1,3,198.51.100.1:40000,192.0.2.25:25,<,250 mx.example.net,
            2026-11-23T10:00:00.300Z,Outbound,09A1,4,198.51.100.1:40000,192.0.2.25:25,>,MAIL FROM:<a@example.org>,
            2026-11-23T10:00:00.330Z,Outbound,09A1,5,198.51.100.1:40000,192.0.2.25:25,<,250 2.1.0 Ok,
            2026-11-23T10:00:00.400Z,Outbound,09A1,6,198.51.100.1:40000,192.0.2.25:25,>,RCPT TO:<b@example.net>,
            2026-11-23T10:00:00.500Z,Outbound,09A1,7,198.51.100.1:40000,192.0.2.25:25,<,"554 5.7.1 <b@example.net>: Relay ""access"" denied, sorry",
            """;
        var refusal = Assert.Single(Reader.Read(Make(text), ReadLimits.Default).Refusals);
        Assert.Equal("<b@example.net>: Relay \"access\" denied, sorry", refusal.Reply.Text);
        Assert.Equal(("mx.example.net", "192.0.2.25", 25, false, "postfix"), (refusal.RemoteMta, refusal.RemoteAddress, refusal.RemotePort, refusal.RefusedByReporter, refusal.Software));
        Assert.Equal((SmtpPhase.Rcpt, 12), (refusal.Phase, refusal.Source.Line));
    }

    [Fact]
    public void Knows_who_was_logged_in()
    {
        var text = Receive.Replace("*,08DA;2026-11-23T10:00:00.300Z;1,receiving message", "*,EXAMPLE\\app,authenticated", StringComparison.Ordinal);
        var refusal = Assert.Single(Reader.Read(Make(text), ReadLimits.Default).Refusals);
        Assert.Equal(("EXAMPLE\\app", AuthState.Used), (refusal.Login, refusal.Auth));
    }

    [Fact]
    public void Never_throws() =>
        Gen.Select(Gen.Int[0, Receive.Length], Gen.Int[0, Receive.Length], Gen.String).Sample((from, to, noise) =>
        {
            Reader.Read(Make(Receive[..from] + noise + Receive[to..]), ReadLimits.Default);
        }, iter: 3000);

    private static Document Make(string text) => new("log", Encoding.UTF8.GetBytes(text));
}
