using Gatepost.Smtp;

namespace Gatepost.Evidence.Dialog;

/// <summary>
/// Who a server says it is, and whether that is the host that was meant. Large providers greet under other names than their MX
/// has: names match where they have the same registrable domain, and a mismatch is a hint, not a proof.
/// </summary>
/// <param name="Host">The host that was meant.</param>
/// <param name="BannerHost">The name in the greeting; null where there is none.</param>
/// <param name="EhloHost">The name in the answer to EHLO; null where there is none.</param>
/// <param name="CertificateNames">The names in the certificate; empty where there was none.</param>
/// <param name="Firewall">Signs of a firewall between us and the server.</param>
public sealed record ServerIdentity(string Host, string? BannerHost, string? EhloHost, IReadOnlyList<string> CertificateNames, FirewallSigns Firewall)
{
    private const int FewestAsterisks = 8;
    private const int FewestMarks = 3;

    /// <summary>True where the greeting's name is related to the host's; null where one of them is no name.</summary>
    public bool? BannerMatches => Matches(BannerHost);

    /// <summary>True where the name in the answer to EHLO is related to the host's; null where one of them is no name.</summary>
    public bool? EhloMatches => Matches(EhloHost);

    /// <summary>True where a name in the certificate is related to the host's; null where none can be compared.</summary>
    public bool? CertificateMatches =>
        AnyOf(CertificateNames.Select(name => Matches(name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name)));

    /// <summary>True where any name matches, false where all that can be compared do not, null where none can.</summary>
    public bool? IsTheHost => AnyOf([BannerMatches, EhloMatches, CertificateMatches]);

    /// <summary>Reads a dialog.</summary>
    public static ServerIdentity Of(DialogResult dialog) =>
        new(dialog.Plan.Host, FirstName(dialog.Banner?.Text), FirstName(dialog.Offer?.Host), dialog.Tls?.Names ?? [], SignsIn(dialog));

    /// <summary>
    /// True where both are one server by what they say (the same name in greeting or EHLO, or the same certificate names); null where
    /// nothing of one can be compared with the other.
    /// </summary>
    public bool? IsSameServerAs(ServerIdentity other) =>
        AnyOf([Same(BannerHost, other.BannerHost), Same(EhloHost, other.EhloHost), SameCertificate(other)]);

    private static bool? AnyOf(IEnumerable<bool?> answers)
    {
        bool? any = null;
        foreach (var answer in answers)
        {
            if (answer == true) return true;
            any ??= answer;
        }

        return any;
    }

    private bool? SameCertificate(ServerIdentity other) =>
        CertificateNames.Count == 0 || other.CertificateNames.Count == 0 ? null
            : CertificateNames.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(other.CertificateNames);

    private static bool? Same(string? one, string? other) =>
        one is null || other is null ? null : string.Equals(one.TrimEnd('.'), other.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);

    private bool? Matches(string? name) =>
        DomainName.Parse(name) is { } said && DomainName.Parse(Host) is { } meant ? said.IsRelatedTo(meant) : null;

    // A greeting need not begin with a name (RFC 5321 section 4.2 wants one): "ESMTP ready" has none.
    private static string? FirstName(string? text)
    {
        if (text is null) return null;
        var blank = text.IndexOf(' ');
        var word = blank < 0 ? text : text[..blank];
        return DomainName.Parse(word) is { IsSingleLabel: false } ? word : null;
    }

    private static FirewallSigns SignsIn(DialogResult dialog)
    {
        var signs = FirewallSigns.None;
        if (dialog.Banner is { } banner && IsMasked(banner.Text)) signs |= FirewallSigns.MaskedBanner;
        if (dialog.OfferBeforeTls?.Extensions.Any(IsMaskedKeyword) == true) signs |= FirewallSigns.MaskedKeyword;
        if (signs.HasFlag(FirewallSigns.MaskedBanner) && IsEhloRefused(dialog)) signs |= FirewallSigns.EhloRefused;
        return signs;
    }

    private static bool IsMasked(string banner)
    {
        var asterisks = banner.Count(static c => c == '*');
        return asterisks >= FewestAsterisks && asterisks * 2 >= banner.Length;
    }

    private static bool IsMaskedKeyword(string extension)
    {
        var blank = extension.IndexOf(' ');
        var keyword = extension.AsSpan(0, blank < 0 ? extension.Length : blank);
        var marks = keyword.IndexOfAnyExcept('X') is var end and >= 0 ? end : keyword.Length;
        return marks >= FewestMarks && (marks == keyword.Length || (marks == keyword.Length - 1 && char.IsAsciiLetterUpper(keyword[^1])));
    }

    private static bool IsEhloRefused(DialogResult dialog)
    {
        var isAsked = false;
        foreach (var line in dialog.Wire)
        {
            if (line.Kind == WireKind.Client) isAsked = line.Text.StartsWith("EHLO ", StringComparison.Ordinal);
            else if (isAsked && line.Kind == WireKind.Refusal) return line.Text.StartsWith('5');
        }

        return false;
    }
}
