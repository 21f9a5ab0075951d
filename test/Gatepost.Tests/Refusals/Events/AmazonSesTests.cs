using System.Text.Json;
using Gatepost.Refusals;

namespace Gatepost.Tests.Refusals.Events;

public sealed class AmazonSesTests
{
    private const string Bounce = """
        {"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"General","reportingMTA":"dns; a1.example.net","remoteMtaIp":"192.0.2.1","timestamp":"2024-01-02T03:04:05.678Z",
        "bouncedRecipients":[{"emailAddress":"r@example.org","status":"5.1.1","action":"failed","diagnosticCode":"smtp; 550 5.1.1 no such user"},{"emailAddress":"q@example.org"}]},
        "mail":{"messageId":"m","source":"s@example.net","commonHeaders":{"from":["S <f@example.net>"],"subject":"Hi","messageId":"<c@example.net>"}}}
        """;

    private static string InSns(string message) =>
        $$"""{"Type":"Notification","MessageId":"x","TopicArn":"arn:aws:sns:us-east-1:1:t","Message":{{Quote(message)}},"Timestamp":"2024-01-02T03:04:06Z"}""";

    private static string Quote(string text) => "\"" + JsonEncodedText.Encode(text) + "\"";

    public static TheoryData<string> Wrappings => new(
        Bounce,
        Bounce.Replace("notificationType", "eventType", StringComparison.Ordinal),
        InSns(Bounce),
        $$"""{"Records":[{"messageId":"q","body":{{Quote(InSns(Bounce))}}}]}""",
        $$"""{"Records":[{"EventSource":"aws:sns","Sns":{{InSns(Bounce)}}}]}""",
        $$"""{"Messages":1,"body":{{Quote(Bounce)}}}""",
        $$"""{"detail-type":"Email Bounced","source":"aws.ses","detail":{{Bounce.Replace("notificationType", "eventType", StringComparison.Ordinal)}}}""",
        $"[{Bounce}]");

    [Theory]
    [MemberData(nameof(Wrappings))]
    public void A_bounce_is_read_in_any_envelope(string body)
    {
        var refusals = ReadEvents.All(body).Refusals;
        Assert.Equal(["r@example.org", "q@example.org"], refusals.Select(static r => r.Recipient));
        var r = refusals[0];
        Assert.Equal("AmazonSes | Failed | r@example.org | 550 | 5.1.1 | no such user | Permanent: General", ReadEvents.Line(r));
        Assert.Equal(("s@example.net", "a1.example.net", "192.0.2.1", "m"), (r.Sender, r.ReportingMta, r.RemoteAddress, r.QueueId));
        Assert.Equal("5.1.1", r.ReportedStatus.ToString());
        Assert.Equal(new DateTimeOffset(2024, 1, 2, 3, 4, 5, 678, TimeSpan.Zero), r.Time);
        Assert.Equal(("f@example.net", "Hi", "c@example.net"), (r.Original!.From, r.Original.Subject, r.Original.MessageId));
    }

    [Theory]
    [InlineData("""{"notificationType":"Bounce","bounce":{"bounceType":"Transient","bounceSubType":"MailboxFull","bouncedRecipients":[{"emailAddress":"r@example.org","diagnosticCode":"smtp; 452 4.2.2 full"}]},"mail":{}}""",
        "AmazonSes | Delayed | r@example.org | 452 | 4.2.2 | full | Transient: MailboxFull")]
    [InlineData("""{"notificationType":"Complaint","complaint":{"complainedRecipients":[{"emailAddress":"r@example.org"}],"complaintFeedbackType":"abuse"},"mail":{}}""",
        "AmazonSes | Complaint | r@example.org | - | - |  | Complaint; abuse")]
    [InlineData("""{"eventType":"DeliveryDelay","mail":{},"deliveryDelay":{"delayType":"TransientCommunicationFailure","delayedRecipients":[{"emailAddress":"r@example.org","status":"4.4.1","diagnosticCode":"smtp; 421 4.4.1 Unable to connect to remote host"}]}}""",
        "AmazonSes | Delayed | r@example.org | 421 | 4.4.1 | Unable to connect to remote host | DeliveryDelay; TransientCommunicationFailure")]
    [InlineData("""{"eventType":"Reject","mail":{"destination":["r@example.org"]},"reject":{"reason":"Bad content"}}""",
        "AmazonSes | Failed | r@example.org | - | - |  | Reject; Bad content")]
    [InlineData("""{"eventType":"Rendering Failure","mail":{"destination":["r@example.org"]},"failure":{"errorMessage":"no such attribute","templateName":"t"}}""",
        "AmazonSes | Failed | r@example.org | - | - |  | Rendering Failure; no such attribute")]
    public void Each_kind_is_read(string body, string expected) => Assert.Equal(expected, ReadEvents.Line(ReadEvents.One(body)));

    [Theory]
    [InlineData("OnAccountSuppressionList", true)]
    [InlineData("Suppressed", true)]
    [InlineData("General", false)]
    public void What_SES_does_not_try_is_refused_by_SES(string subType, bool expected) =>
        Assert.Equal(expected, ReadEvents.One($$$"""{"eventType":"Bounce","bounce":{"bounceSubType":"{{{subType}}}","bouncedRecipients":[{"emailAddress":"r@example.org"}]},"mail":{}}""").RefusedByReporter);

    [Fact]
    public void Kinds_are_of_the_event() => Assert.All(ReadEvents.All(Bounce).Refusals, static r => Assert.Equal(RefusalKind.Failed, r.Kind));
}
