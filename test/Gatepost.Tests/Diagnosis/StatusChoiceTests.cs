using CsCheck;
using Gatepost.Diagnoses;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Tests.Diagnoses;

public class StatusChoiceTests
{
    [Theory]
    [InlineData("550 5.1.1 no", "5.0.0", Reason.UserUnknown, "5.1.1", StatusOrigin.Reply)]
    [InlineData("550 5.7.1 no", "5.1.1", Reason.Blocked, "5.7.1", StatusOrigin.Reply)]
    [InlineData("550 no", "5.1.1", Reason.UserUnknown, "5.1.1", StatusOrigin.Reported)]
    [InlineData("550 5.0.0 no", "5.3.0", Reason.SystemError, "5.3.0", StatusOrigin.Reported)]
    [InlineData("550 5.0.0 no", null, Reason.SystemError, "5.0.0", StatusOrigin.Reply)]
    [InlineData("550 no", "5.0.0", Reason.UserUnknown, "5.0.0", StatusOrigin.Reported)]
    [InlineData("550 no", null, Reason.UserUnknown, "5.0.911", StatusOrigin.Derived)]
    [InlineData("421 busy", null, Reason.Expired, "4.0.947", StatusOrigin.Derived)]
    [InlineData("450 4.7.1 no", "5.4.7", Reason.Blocked, "4.7.1", StatusOrigin.Reply)]
    [InlineData("450 no", "5.4.7", Reason.Expired, "4.4.7", StatusOrigin.Reported)]
    [InlineData("mailbox is full", null, Reason.MailboxFull, "5.0.922", StatusOrigin.Derived)]
    public void The_reply_comes_first_and_the_specific_before_the_general(string reply, string? reported, Reason reason, string status, StatusOrigin origin)
    {
        var refusal = Refusal(reply) with { ReportedStatus = reported is not null && EnhancedStatus.TryParse(reported, out var s) ? s : null };
        var chosen = StatusChoice.Choose(refusal, reason);
        Assert.Equal(status, chosen.Status?.ToString());
        Assert.Equal(origin, chosen.Origin);
    }

    [Theory]
    [InlineData(Reason.Feedback)]
    [InlineData(Reason.Vacation)]
    public void What_is_no_refusal_has_none(Reason reason) =>
        Assert.Equal((null, StatusOrigin.None), StatusChoice.Choose(Refusal(""), reason));

    [Fact]
    public void The_class_is_the_reply_codes() =>
        Gen.Select(Gen.Int[400, 599], Gen.Int[0, 9], Gen.Int[0, 30], Gen.Enum<Reason>()).Sample((code, subject, detail, reason) =>
        {
            var refusal = Refusal("") with { Reply = new Reply(code, EnhancedStatus.Create(5, subject, detail), "x") };
            return StatusChoice.Choose(refusal, reason).Status?.Class == code / 100;
        });

    private static Refusal Refusal(string reply) => new() { Format = InputFormat.Text, Source = new SourceSpan("-", 1), Reply = Reply.Parse(reply) };
}
