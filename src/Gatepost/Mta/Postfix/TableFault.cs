using Gatepost.Relay;

namespace Gatepost.Mta.Postfix;

/// <summary>Why every lookup in a table fails with a temporary error.</summary>
/// <param name="What">What is broken: <c>/etc/postfix/access is missing</c>.</param>
/// <param name="Origin">Where it is configured.</param>
public sealed record TableFault(string What, Origin Origin)
{
    /// <summary>True where Postfix does not even answer: the program that opens the table exits.</summary>
    public bool IsFatal { get; init; }
}
