namespace Gatepost.Tests.Refusals.Events;

/// <summary>One event of each kind that each provider posts, as its documentation shows them.</summary>
public sealed class ProviderTests
{
    [Theory]
    [InlineData("""[{"event":"bounce","email":"r@example.org","timestamp":1700000000,"sg_event_id":"e","sg_message_id":"m","smtp-id":"<x@y>","reason":"550 5.1.1 no such user","status":"5.1.1","type":"bounce","bounce_classification":"Invalid Address","ip":"192.0.2.9"}]""",
        "SendGrid | Failed | r@example.org | 550 | 5.1.1 | no such user | bounce; Invalid Address")]
    [InlineData("""[{"event":"deferred","email":"r@example.org","timestamp":1700000000,"sg_event_id":"e","response":"451 4.7.1 try later","attempt":"5"}]""",
        "SendGrid | Delayed | r@example.org | 451 | 4.7.1 | try later | deferred")]
    [InlineData("""[{"event":"dropped","email":"r@example.org","timestamp":1700000000,"sg_event_id":"e","reason":"Bounced Address"}]""",
        "SendGrid | Failed | r@example.org | - | - |  | dropped; Bounced Address")]
    [InlineData("""[{"event":"spamreport","email":"r@example.org","timestamp":1700000000,"sg_event_id":"e"}]""",
        "SendGrid | Complaint | r@example.org | - | - |  | spamreport")]
    [InlineData("""{"signature":{"token":"t"},"event-data":{"event":"failed","severity":"permanent","reason":"generic","recipient":"r@example.org","timestamp":1700000000.5,"envelope":{"sender":"s@example.net","sending-ip":"192.0.2.9"},"message":{"headers":{"message-id":"m@example.net","subject":"S"}},"delivery-status":{"code":550,"message":"5.7.1 relaying denied","mx-host":"mx.example.org","enhanced-code":"5.7.1"}}}""",
        "Mailgun | Failed | r@example.org | 550 | 5.7.1 | relaying denied | permanent; generic")]
    [InlineData("""{"event-data":{"event":"failed","severity":"temporary","reason":"generic","recipient":"r@example.org","delivery-status":{"code":498,"message":"No MX for example.org","description":"No MX for example.org"}}}""",
        "Mailgun | Delayed | r@example.org | - | - |  | temporary; generic; Mailgun code 498; No MX for example.org")]
    [InlineData("""{"event-data":{"event":"failed","severity":"permanent","reason":"suppress-bounce","recipient":"r@example.org","delivery-status":{"code":605,"message":"","description":"Not delivering to previously bounced address"}}}""",
        "Mailgun | Failed | r@example.org | - | - |  | permanent; suppress-bounce; Mailgun code 605; Not delivering to previously bounced address")]
    [InlineData("""{"event-data":{"event":"rejected","reject":{"reason":"Sandbox"},"message":{"headers":{"to":"R <r@example.org>"}}}}""",
        "Mailgun | Failed | r@example.org | - | - |  | rejected; Sandbox")]
    [InlineData("event=bounced&recipient=r%40example.org&code=550&error=5.1.1+no+user&token=t&signature=s&timestamp=1700000000",
        "Mailgun | Failed | r@example.org | 550 | 5.1.1 | no user | -")]
    [InlineData("event=dropped&recipient=r%40example.org&code=605&reason=hardfail&description=Not+delivering&token=t&signature=s",
        "Mailgun | Failed | r@example.org | - | - |  | hardfail; Mailgun code 605; Not delivering")]
    [InlineData("""{"RecordType":"Bounce","Type":"HardBounce","TypeCode":1,"Name":"Hard bounce","MessageID":"m","Description":"unknown user","Details":"smtp;550 5.1.1 no such user","Email":"r@example.org","From":"s@example.net","BouncedAt":"2024-01-02T03:04:05Z"}""",
        "Postmark | Failed | r@example.org | 550 | 5.1.1 | no such user | HardBounce; Hard bounce; unknown user")]
    [InlineData("""{"RecordType":"Bounce","Type":"Transient","TypeCode":2,"MessageID":"m","Details":"smtp;451 4.3.0 later","Email":"r@example.org"}""",
        "Postmark | Delayed | r@example.org | 451 | 4.3.0 | later | Transient")]
    [InlineData("""{"RecordType":"SpamComplaint","Type":"SpamComplaint","MessageID":"m","Email":"r@example.org"}""",
        "Postmark | Complaint | r@example.org | - | - |  | SpamComplaint")]
    [InlineData("""{"TotalCount":1,"Bounces":[{"ID":1,"Type":"Blocked","TypeCode":100006,"MessageID":"m","Email":"r@example.org","Details":"smtp;554 5.7.1 blocked"}]}""",
        "Postmark | Failed | r@example.org | 554 | 5.7.1 | blocked | Blocked")]
    [InlineData("""[{"msys":{"message_event":{"type":"bounce","bounce_class":"54","error_code":"550","raw_reason":"550 5.7.1 relaying denied","rcpt_to":"r@example.org","msg_from":"s@example.net","ip_address":"192.0.2.1","message_id":"m","timestamp":"1700000000"}}}]""",
        "SparkPost | Failed | r@example.org | 550 | 5.7.1 | relaying denied | bounce; relaying denied")]
    [InlineData("""[{"msys":{"message_event":{"type":"delay","bounce_class":"70","error_code":"421","reason":"421 busy","rcpt_to":"r@example.org"}}}]""",
        "SparkPost | Delayed | r@example.org | 421 | - | busy | delay; transient failure")]
    [InlineData("""[{"msys":{"message_event":{"type":"out_of_band","bounce_class":"60","raw_reason":"away","rcpt_to":"r@example.org"}}}]""",
        "SparkPost | AutoReply | r@example.org | - | - | away | out_of_band; auto-reply")]
    [InlineData("""{"results":[{"type":"policy_rejection","rcpt_to":"r@example.org","event_id":"e","raw_reason":"550 5.7.1 sending domain"}]}""",
        "SparkPost | Failed | r@example.org | 550 | 5.7.1 | sending domain | policy_rejection")]
    [InlineData("""{"event":"MessageDeliveryFailed","timestamp":1700000000.1,"payload":{"message":{"to":"r@example.org","from":"s@example.net","message_id":"m"},"status":"HardFail","details":"Permanent SMTP delivery error","output":"550 5.1.1 no such user"},"uuid":"u"}""",
        "Postal | Failed | r@example.org | 550 | 5.1.1 | no such user | MessageDeliveryFailed; HardFail; Permanent SMTP delivery error")]
    [InlineData("""{"event":"MessageBounced","payload":{"original_message":{"to":"r@example.org","from":"s@example.net"},"bounce":{"subject":"Undelivered Mail"}},"uuid":"u"}""",
        "Postal | Failed | r@example.org | - | - |  | MessageBounced; Undelivered Mail")]
    [InlineData("""{"event":"hard_bounce","email":"r@example.org","message-id":"<m@example.net>","ts_epoch":1700000000000,"reason":" 550 5.5.0 unavailable","sending_ip":"192.0.2.9"}""",
        "Brevo | Failed | r@example.org | 550 | 5.5.0 | unavailable | hard_bounce")]
    [InlineData("""{"event":"deferred","email":"r@example.org","message-id":"<m@example.net>","ts_event":1700000000,"reason":"451 4.2.1 busy"}""",
        "Brevo | Delayed | r@example.org | 451 | 4.2.1 | busy | deferred")]
    [InlineData("""[{"event":"hard_bounce","_id":"i","ts":1700000000,"msg":{"_id":"i","email":"r@example.org","sender":"s@example.net","diag":"smtp;550 5.1.1 no such user","bounce_description":"bad_mailbox","bgtools_code":10}}]""",
        "Mandrill | Failed | r@example.org | 550 | 5.1.1 | no such user | hard_bounce; bad_mailbox")]
    [InlineData("mandrill_events=%5B%7B%22event%22%3A%22deferral%22%2C%22_id%22%3A%22i%22%2C%22msg%22%3A%7B%22email%22%3A%22r%40example.org%22%2C%22smtp_events%22%3A%5B%7B%22diag%22%3A%22451+4.3.5+later%22%2C%22destination_ip%22%3A%22192.0.2.1%22%7D%5D%7D%7D%5D",
        "Mandrill | Delayed | r@example.org | 451 | 4.3.5 | later | deferral")]
    [InlineData("""{"event":"bounce","time":1700000000,"MessageID":1,"email":"r@example.org","hard_bounce":true,"error_related_to":"recipient","error":"user unknown","comment":"550 5.1.1 no such user"}""",
        "Mailjet | Failed | r@example.org | 550 | 5.1.1 | no such user | bounce; recipient: user unknown")]
    [InlineData("""[{"event":"blocked","time":1700000000,"MessageID":1,"email":"r@example.org","error_related_to":"mailjet","error":"preblocked"}]""",
        "Mailjet | Failed | r@example.org | - | - |  | blocked; mailjet: preblocked")]
    [InlineData("""{"events":[{"event":"bounce","timestamp":1700000000,"sending_stream":"bulk","message_id":"m","email":"r@example.org","event_id":"e","response":"bounced (550 5.1.1 no such user)","response_code":550,"bounce_category":"badmailbox"}]}""",
        "Mailtrap | Failed | r@example.org | 550 | 5.1.1 | no such user | bounce; badmailbox")]
    [InlineData("""{"type":"activity.soft_bounced","data":{"id":"i","email":{"message":{"id":"m"},"recipient":{"email":"r@example.org"},"from":"s@example.net"},"morph":{"object":"recipient_bounce","reason":"452 4.2.2 mailbox full"}}}""",
        "MailerSend | Delayed | r@example.org | 452 | 4.2.2 | mailbox full | soft_bounced")]
    [InlineData("""{"type":"email.bounced","created_at":"2024-01-02T03:04:05Z","data":{"email_id":"m","from":"S <s@example.net>","to":["r@example.org"],"bounce":{"type":"Permanent","subType":"General","message":"It bounced.","diagnosticCode":["smtp; 550 5.1.1 no such user"]}}}""",
        "Resend | Failed | r@example.org | 550 | 5.1.1 | no such user | Permanent: General; It bounced.")]
    [InlineData("""{"type":"email.delivery_delayed","data":{"email_id":"m","to":["r@example.org"]}}""",
        "Resend | Delayed | r@example.org | - | - |  | -")]
    [InlineData("""{"auth":"a","events_by_user":[{"user_id":1,"events":[{"event_name":"transactional_email_status","event_data":{"job_id":"j","status":"hard_bounced","email":"r@example.org","event_time":"2024-01-02 03:04:05","delivery_info":{"delivery_status":"err_user_unknown","destination_response":"550 5.1.1 no such user"}}}]}]}""",
        "UnisenderGo | Failed | r@example.org | 550 | 5.1.1 | no such user | hard_bounced; err_user_unknown")]
    [InlineData("date=1%2F2%2F2024&status=Error&category=NoMailbox&to=r%40example.org&from=s%40example.net&messageid=m&transaction=t",
        "ElasticEmail | Failed | r@example.org | - | - |  | Error; NoMailbox")]
    [InlineData("""{"event":"bounce","bounce":"hard","time":"2024-01-02T03:04:05Z","rcpt":"r@example.org","sender":"s@example.net","message":"550 5.1.1 no such user","context":"RCPT TO:<r@example.org>","host":"mx.example.org [192.0.2.1]","email_id":"m","srchost":"192.0.2.9"}""",
        "Smtp2Go | Failed | r@example.org | 550 | 5.1.1 | no such user | bounce; hard")]
    [InlineData("""{"event":"email.bounced","payload":{"status":"bounced","id":1,"to":"r@example.org","from":"s@example.net","message_id":"<m@example.net>"}}""",
        "MailPace | Failed | r@example.org | - | - |  | email.bounced; bounced")]
    [InlineData("""{"type":"email_mailbox_not_found","email_id":"m","email_to":"r@example.org","email_from":"s@example.net","email_response_code":550,"email_response_message":"5.1.1 no such user"}""",
        "Scaleway | Failed | r@example.org | 550 | 5.1.1 | no such user | email_mailbox_not_found")]
    [InlineData("""[{"id":"i","eventType":"Microsoft.Communication.EmailDeliveryReportReceived","eventTime":"2024-01-02T03:04:05Z","data":{"sender":"s@example.net","recipient":"r@example.org","messageId":"m","status":"Bounced","deliveryStatusDetails":{"statusMessage":"550 5.1.1 no such user","recipientMailServerHostName":"mx.example.org"}}}]""",
        "AzureEmail | Failed | r@example.org | 550 | 5.1.1 | no such user | Bounced")]
    [InlineData("type=cleaned&fired_at=2024-01-02+03%3A04%3A05&data%5Blist_id%5D=l&data%5Breason%5D=hard&data%5Bemail%5D=r%40example.org",
        "Mailchimp | Failed | r@example.org | - | - |  | cleaned; hard")]
    [InlineData("""{"event_id":"e","object_type":"email","metric":"bounced","timestamp":1700000000,"data":{"recipient":"r@example.org","delivery_id":"d","failure_message":"550 5.1.1 no such user"}}""",
        "CustomerIo | Failed | r@example.org | 550 | 5.1.1 | no such user | bounced")]
    [InlineData("""{"event_name":["hardbounce"],"event_message":[{"email_info":{"to":[{"email_address":{"address":"r@example.org"}}],"from":{"address":"s@example.net"},"email_reference":"m"},"event_data":[{"object":"hardbounce","details":[{"reason":"no user","bounced_recipient":"r@example.org","time":"2024-01-02T03:04:05Z","diagnostic_message":"smtp;550 5.1.1 no such user"}]}]}]}""",
        "ZeptoMail | Failed | r@example.org | 550 | 5.1.1 | no such user | hardbounce; no user")]
    [InlineData("""{"Type":"Failed","DateTime":"2024-01-02T03:04:05Z","Address":"r@example.org","MessageId":"m","ServerId":1,"FailureType":"Permanent","FailureCode":2001,"Reason":"bad mailbox","DiagnosticCode":"550 5.1.1 no such user","BounceStatus":"5.1.1"}""",
        "SocketLabs | Failed | r@example.org | 550 | 5.1.1 | no such user | Failed; Permanent; bad mailbox")]
    [InlineData("""{"id":7,"type":"mail.bounce","recipient":"r@example.org","smtp_response":"550 5.1.1 no such user"}""",
        "Event | Failed | r@example.org | 550 | 5.1.1 | no such user | mail.bounce")]
    public void An_event_is_read(string body, string expected) => Assert.Equal(expected, ReadEvents.Line(ReadEvents.One(body)));

    [Theory]
    [InlineData("""[{"event":"delivered","email":"r@example.org","sg_event_id":"e","response":"250 OK"},{"event":"open","email":"r@example.org","sg_event_id":"f"}]""", "a SendGrid event that reports no refusal (delivered, open)")]
    [InlineData("""{"event-data":{"event":"opened","recipient":"r@example.org","log-level":"info"}}""", "a Mailgun event that reports no refusal (opened)")]
    [InlineData("""{"RecordType":"Delivery","MessageID":"m","Recipient":"r@example.org"}""", "a Postmark event that reports no refusal (Delivery)")]
    [InlineData("""{"RecordType":"Bounce","Type":"Unsubscribe","MessageID":"m"}""", "a Postmark event that reports no refusal (Unsubscribe)")]
    [InlineData("""[{"msys":{}}]""", "a SparkPost event that reports no refusal (ping)")]
    [InlineData("""{"notificationType":"Delivery","mail":{},"delivery":{}}""", "an Amazon SES event that reports no refusal (Delivery)")]
    [InlineData("""{"Type":"SubscriptionConfirmation","TopicArn":"a","Message":"You have chosen","SubscribeURL":"u"}""", "an Amazon SES event that reports no refusal (SubscriptionConfirmation)")]
    public void Events_that_are_no_refusals_are_named(string body, string instead)
    {
        var outcome = ReadEvents.All(body);
        Assert.Empty(outcome.Refusals);
        Assert.Equal(instead, outcome.Instead);
    }
}
