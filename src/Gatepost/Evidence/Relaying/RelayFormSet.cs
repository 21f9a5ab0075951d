namespace Gatepost.Evidence.Relaying;

/// <summary>The forms to ask about, and those that cannot be asked for want of a name.</summary>
/// <param name="Forms">In the order of their numbers, every pair once.</param>
/// <param name="LeftOut">Half a sentence for each name that is missing, with the forms that need it; empty where none is.</param>
public sealed record RelayFormSet(IReadOnlyList<RelayForm> Forms, IReadOnlyList<string> LeftOut);
