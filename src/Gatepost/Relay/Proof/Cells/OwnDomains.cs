using System.Text.RegularExpressions;
using Gatepost.Smtp;

namespace Gatepost.Relay.Proof.Cells;

/// <summary>
/// The domains that a policy's classes name. A domain that is classed as the server's and yet not among or below these is a foreign one that a catch-all took in: below a
/// single label or a public suffix (<c>relay_domains = com</c>), or by an entry that matches anything.
/// </summary>
internal sealed class OwnDomains
{
    private static readonly string[] Probes = ["elsewhere.example", "q7zx.invalid", "stranger.co.uk", "a1.b2.zz9.net"];
    private readonly HashSet<string> _names;
    private readonly List<(Regex Pattern, bool Whole)> _patterns = [];

    public OwnDomains(LeafMarks marks)
    {
        _names = [.. marks.Domains, .. marks.Texts];
        foreach (var (pattern, ignoreCase, over) in marks.Patterns)
        {
            if (over == PatternSubject.LocalPart) continue;
            var options = RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
            var regex = new Regex(pattern, options, TimeSpan.FromMilliseconds(100));
            var whole = over == PatternSubject.Whole;
            if (!Probes.Any(d => Matches(regex, d) || (whole && Matches(regex, $"user@{d}")))) _patterns.Add((regex, whole));
        }
    }

    /// <summary>What the classes say of the domain of an address by name.</summary>
    public DomainKind KindOf(ResolvedAddress address) =>
        address.Domain.Length == 0 ? DomainKind.None : Cover(address) ? DomainKind.Named : DomainKind.NotNamed;

    // The domain is named, or a registrable parent of it, or a pattern for some domains only matches it.
    private bool Cover(ResolvedAddress address)
    {
        var domain = address.Domain.ToLowerInvariant().TrimEnd('.');
        if (_names.Contains(domain)) return true;
        for (var dot = domain.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = domain.IndexOf('.', dot + 1))
        {
            var parent = domain[(dot + 1)..];
            if (_names.Contains(parent) && IsRegistrable(parent)) return true;
        }

        return _patterns.Exists(p => Matches(p.Pattern, domain) || (p.Whole && Matches(p.Pattern, address.Address)));
    }

    // Nobody else has a domain below a name that is only in use inside a site (RFC 6761, RFC 6762, RFC 9476).
    private static bool IsRegistrable(string domain) => domain is "localhost" or "localdomain" or "local" or "internal" or "lan" || (domain.Contains('.', StringComparison.Ordinal) && !PublicSuffixes.Contains(domain));

    private static bool Matches(Regex regex, string text)
    {
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
