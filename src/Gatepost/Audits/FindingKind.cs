namespace Gatepost.Audits;

/// <summary>A sort of finding. The list is closed; an id means the same for ever.</summary>
/// <param name="Id"><c>GP301</c>.</param>
/// <param name="Name">In kebab-case: <c>open-relay</c>.</param>
/// <param name="Title">What it is, a sentence without a full stop.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Why">What it leads to.</param>
/// <param name="Remedy">What to do about it in general; a finding may say it more exactly.</param>
/// <param name="Risk">What the remedy itself may break.</param>
public sealed record FindingKind(string Id, string Name, string Title, Severity Severity, string Why, string Remedy, string Risk);
