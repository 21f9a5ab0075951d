namespace Gatepost.Relay.Proof;

/// <summary>What rules left for later rules: the kinds of reply that wait for an acceptance and for a refusal.</summary>
internal readonly record struct Pending(ReplyKind IfPermit, ReplyKind IfReject);
