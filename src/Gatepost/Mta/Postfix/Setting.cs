using Gatepost.Relay;

namespace Gatepost.Mta.Postfix;

/// <summary>A parameter's value for one service.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Value">The value with every <c>$name</c> expanded, white space at the ends removed.</param>
/// <param name="Origin">The line in main.cf, the <c>-o</c> in master.cf, or <see cref="Origin.Default"/>.</param>
public sealed record Setting(string Name, string Value, Origin Origin)
{
    /// <summary>True where neither main.cf nor master.cf sets it.</summary>
    public bool IsDefault => ReferenceEquals(Origin, Origin.Default);
}
