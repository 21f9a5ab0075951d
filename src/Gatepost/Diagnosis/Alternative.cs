namespace Gatepost.Diagnoses;

/// <summary>Another cause that the facts at hand leave open.</summary>
public sealed record Alternative(Cause Cause, Confidence Confidence);
