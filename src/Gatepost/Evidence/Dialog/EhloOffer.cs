namespace Gatepost.Evidence.Dialog;

/// <summary>What a server offers in its answer to EHLO (RFC 5321 section 4.1.1.1); after HELO no extension.</summary>
/// <param name="Host">The first word of the first line: the name that the server gives itself.</param>
/// <param name="Extensions">The lines after the first, keyword and parameters, as sent.</param>
public sealed record EhloOffer(string Host, IReadOnlyList<string> Extensions)
{
    /// <summary>The parameters of an extension; null where it is not offered. The keyword's letter case does not matter.</summary>
    public string? Parameters(string keyword)
    {
        foreach (var line in Extensions)
        {
            if (!line.StartsWith(keyword, StringComparison.OrdinalIgnoreCase)) continue;
            if (line.Length == keyword.Length) return "";
            if (line[keyword.Length] is ' ' or '=') return line[(keyword.Length + 1)..].Trim();
        }

        return null;
    }

    /// <summary>The SASL mechanisms offered, upper case (<c>AUTH PLAIN</c> and the older <c>AUTH=PLAIN</c>); empty where AUTH is not offered.</summary>
    public IReadOnlyList<string> Mechanisms =>
        [.. Extensions.Where(static l => l.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase) || l.StartsWith("AUTH=", StringComparison.OrdinalIgnoreCase))
            .SelectMany(static l => l[5..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(static m => m.ToUpperInvariant()).Distinct(StringComparer.Ordinal)];
}
