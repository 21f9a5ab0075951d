using CsCheck;
using Gatepost.Relay;
using Gatepost.Relay.Questions;
using Gatepost.Smtp;

namespace Gatepost.Tests.Relay.Questions;

public class QuestionFileTests
{
    [Fact]
    public void Attempts_expectations_and_claims_are_read_and_every_mistake_is_told_at_once()
    {
        var file = QuestionFile.Parse("""
            # the door
            client=192.0.2.7 to=u@far.test
            client=192.0.2.7 to=u@far.test -> refuse 554 5.7.1
            client=192.0.2.7 to=u@our.test -> accept mine
            prove no-open-relay listener=smtp
            prove accepts
            prove everything
            """.ReplaceLineEndings("\n"));
        Assert.Equal([2, 3, 5], file.Lines.Select(static l => l.Line));
        Assert.Equal("refuse 554 5.7.1", file.Lines[1].Expected!.ToString());
        Assert.Equal(new Claim(ClaimKind.NoOpenRelay, null, "smtp"), file.Lines[2].Claim);
        Assert.Equal([4, 6, 7], file.Problems.Select(static p => p.Line));
        Assert.Equal(41, file.Problems[0].Problem.Position);
    }

    [Theory]
    [InlineData("refuse", true)]
    [InlineData("refuse 554", true)]
    [InlineData("refuse 554 5.7.1", true)]
    [InlineData("refuse 550", false)]
    [InlineData("defer", false)]
    [InlineData("accept", false)]
    [InlineData("closed", false)]
    public void An_expectation_holds_or_not(string expected, bool holds)
    {
        Assert.True(Expectation.TryParse(expected, out var read, out _));
        var refused = new Decision { Kind = DecisionKind.Refuse, Phase = SmtpPhase.Rcpt, Reply = Reply.Parse("554 5.7.1 <u@far.test>: Relay access denied") };
        Assert.Equal(holds, read!.Holds(refused));
    }

    [Fact]
    public void No_text_makes_it_throw() => Gen.String.Sample(static s => QuestionFile.Parse(s).Lines.Length >= 0);
}
