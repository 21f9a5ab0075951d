namespace Gatepost.Mta.Sendmail.Addresses;

/// <summary>An address as canonify and Parse0 leave it.</summary>
/// <param name="LocalPart">The tokens before the domain.</param>
/// <param name="Domain">The domain in lower case without dots at its end; null where the address has none.</param>
/// <param name="Problem">What Parse0 finds wrong; null where the address is fine.</param>
internal readonly record struct Canonical(IReadOnlyList<string> LocalPart, string? Domain, SyntaxProblem? Problem)
{
    /// <summary>The local part as maps are asked for it.</summary>
    public string Local => LocalPart is [var one] ? one : string.Concat(LocalPart);

    public static Canonical Bad(SyntaxProblem problem) => new([], null, problem);
}
