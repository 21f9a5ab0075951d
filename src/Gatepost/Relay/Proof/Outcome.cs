using Gatepost.Smtp;

namespace Gatepost.Relay.Proof;

/// <summary>How attempts end, coarser than a <see cref="Decision"/>: without the texts.</summary>
/// <param name="Kind">Accept, refuse or defer.</param>
/// <param name="Phase">The command whose reply decides.</param>
/// <param name="IsClosed">Refused without a reply.</param>
/// <param name="IsDiscarded">Accepted and thrown away.</param>
/// <param name="Rule">The rule that ended the attempt, by its number in <see cref="SymbolicRun.Rules"/>; -1 where none did.</param>
internal readonly record struct Outcome(DecisionKind Kind, SmtpPhase Phase, bool IsClosed, bool IsDiscarded, int Rule);
