using CsCheck;
using Gatepost.Diagnoses;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Tests.Diagnoses;

/// <summary>Whatever the text, there is a diagnosis, and always the same one.</summary>
public class RulebookPropertyTests
{
    private static readonly string[] Examples = [.. Rulebook.Default.Rules.SelectMany(static r => r.Examples)];

    private static readonly string[] Words =
        ["user", "unknown", "mailbox", "full", "550", "5.7.1", "denied", "spam", "<", "@", "..", "é", "邮箱", "\uD83D", "\0", "relay", "quota", "blocked", "(", "*"];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[0, 300],
        Gen.Select(Gen.Int[0, Examples.Length - 1], Gen.Int[0, 200], static (which, cut) => Examples[which][..Math.Min(cut, Examples[which].Length)]),
        Gen.Int[0, Words.Length - 1].Array[0, 30].Select(static which => string.Join(' ', which.Select(static i => Words[i]))));

    [Fact]
    public void Diagnosing_never_throws_and_always_gives_the_same() =>
        Gen.Select(Texts, Gen.Enum<SmtpPhase>(), Gen.Enum<RefusalKind>(), Gen.Enum<InputFormat>()).Sample((text, phase, kind, format) =>
        {
            var refusal = new Refusal { Format = format, Source = new SourceSpan("-", 1), Reply = Reply.Parse(text), Explanation = text, Phase = phase, Kind = kind };
            var first = Rulebook.Default.Diagnose(refusal);
            var again = Rulebook.Default.Diagnose(refusal with { });
            return first.Cause == again.Cause && first.Reason == again.Reason && first.Owner == again.Owner && first.Status == again.Status && first.Summary == again.Summary;
        });

    [Fact]
    public void Every_reason_that_is_a_refusal_has_one_rule()
    {
        var covered = Rulebook.Default.ReasonRules.Select(static r => r.Reason).ToHashSet();
        foreach (var reason in Enum.GetValues<Reason>())
            Assert.Equal(reason is not (Reason.Delivered or Reason.Feedback or Reason.Vacation), covered.Contains(reason));
    }
}
