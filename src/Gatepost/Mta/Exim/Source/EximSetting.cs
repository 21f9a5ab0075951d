using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Source;

/// <summary>An option with its value.</summary>
/// <param name="Name">The name, of a switch without its <c>no_</c>.</param>
/// <param name="Value">The value without its quotes; of a switch <c>true</c> or <c>false</c>.</param>
/// <param name="Origin">Where it stands.</param>
internal sealed record EximSetting(string Name, string Value, Origin Origin);
