namespace Gatepost.Relay.Questions;

/// <summary>
/// One line of a questions file: an attempt, alone or with what is expected (<c>client=192.0.2.7 to=u@far.test -&gt; refuse 554</c>), or a claim about all attempts
/// (<c>prove no-open-relay</c>, <c>prove submission-needs-login</c>, <c>prove accepts example.org</c>).
/// </summary>
/// <param name="Line">The line's number, from 1.</param>
/// <param name="Text">The line as written.</param>
/// <param name="Attempt">The attempt; null for a claim.</param>
/// <param name="Expected">What is expected of the attempt; null where nothing is.</param>
/// <param name="Claim">The claim; null for an attempt.</param>
public sealed record QuestionLine(int Line, string Text, AttemptLine? Attempt, Expectation? Expected, Claim? Claim);
