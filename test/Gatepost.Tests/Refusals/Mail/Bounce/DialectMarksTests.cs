using Gatepost.Refusals.Mail.Bounce;

namespace Gatepost.Tests.Refusals.Mail.Bounce;

/// <summary>Marks only spare questions: a dialect that knows a text is asked.</summary>
public sealed class DialectMarksTests
{
    [Theory]
    [MemberData(nameof(EveryMark))]
    public void EveryDialectThatKnowsATextIsAsked(string mark)
    {
        Check(new BounceText($"Delivery failed.\n\n<pat@example.net>: 550 no\n\n  pat@example.net\n    {mark}\n\nerror: yes #5\n"));
        Check(new BounceText("Delivery failed.\n\n<pat@example.net>: 550 no\n") { From = mark, FailedRecipients = "pat@example.net" });
        Check(new BounceText("Delivery failed.\n\n<pat@example.net>: 550 no\n") { Mailer = mark });
        Check(new BounceText("Delivery failed.\n\n<pat@example.net>: 550 no\n") { Subject = mark.ToUpperInvariant() });
    }

    [Fact]
    public void MarksSpareQuestions()
    {
        var isMarked = new bool[BounceDialects.All.Count];
        new DialectMarks(BounceDialects.All).Find(new BounceText("This is the Postfix program at host mx.example.org.\n"), isMarked);
        Assert.True(isMarked.Count(static m => m) < 5);
    }

    /// <summary>The marks of all dialects, and the words by which those are known that look at more.</summary>
    public static TheoryData<string> EveryMark() =>
        [.. BounceDialects.All.SelectMany(static d => d.Marks).Append("fml 7.6").Append("reason: 550 no").Distinct()];

    private static void Check(BounceText text)
    {
        var isMarked = new bool[BounceDialects.All.Count];
        new DialectMarks(BounceDialects.All).Find(text, isMarked);
        for (var i = 0; i < isMarked.Length; i++)
            Assert.True(isMarked[i] || !BounceDialects.All[i].Recognises(text), BounceDialects.All[i].Software);
    }
}
