using Gatepost.Relay;
using Gatepost.Relay.Questions;

namespace Gatepost.Audits;

/// <summary>What became of one question with an expectation, or of one claim.</summary>
/// <param name="Question">The question.</param>
/// <param name="Holds">True where it is as expected; null where it could not be found out (a proof that lacks something).</param>
/// <param name="Said">What is so instead, or that it is so: a line.</param>
/// <param name="Listener">The listener that decided; null where all did.</param>
/// <param name="Decision">The decision; null for a claim without an example.</param>
public sealed record AssertionResult(QuestionLine Question, bool? Holds, string Said, string? Listener, Decision? Decision);
