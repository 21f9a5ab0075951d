using Gatepost.Evidence;

namespace Gatepost.Diagnoses;

/// <summary>A diagnosis and what was gathered for it.</summary>
/// <param name="Diagnosis">The diagnosis.</param>
/// <param name="Observations">What was found out, a round each; empty where the text said it all.</param>
public sealed record Finding(Diagnosis Diagnosis, IReadOnlyList<Observations> Observations);
