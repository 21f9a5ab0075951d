using Gatepost.Evidence.Dialog;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Relaying;

/// <summary>The names of a server and of the domains whose mail it keeps, as far as they are known.</summary>
/// <param name="Host">Its host name: the user's word, else its own in EHLO, else in the greeting; null where none is one.</param>
/// <param name="Named">Domains that the user named.</param>
/// <param name="Learned">Domains read from its host name: the name itself and its registrable domain.</param>
internal sealed record RelayNames(string? Host, IReadOnlyList<string> Named, IReadOnlyList<string> Learned)
{
    private const int MostNamed = 2;

    /// <summary>What is known before anything was said, and after.</summary>
    public static RelayNames Of(RelayTarget target, DialogResult? look)
    {
        var host = DomainName.Parse(target.Host) ?? Own(look?.Offer?.Host) ?? Own(look?.Banner?.Text.Split(' ', 2)[0]);
        string[] named = [.. target.LocalDomains.Select(static d => DomainName.Parse(d)?.Ascii).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostNamed)];
        string[] learned = host is null ? [] : [.. new[] { host.Ascii, host.OrganisationalDomain.Ascii }.Distinct(StringComparer.Ordinal).Except(named, StringComparer.Ordinal)];
        return new RelayNames(host?.Ascii, named, learned);
    }

    /// <summary>A domain whose mail the server keeps, other than its host name.</summary>
    public string? LocalDomain => Named.Concat(Learned).FirstOrDefault(d => d != Host);

    /// <summary>True where a domain is, or belongs to, one of the server's.</summary>
    public bool Include(string domain) =>
        DomainName.Parse(domain) is { } name && Named.Concat(Learned).Any(own => DomainName.Parse(own) is { } known && known.IsRelatedTo(name));

    // localhost and its like name every machine, hence none.
    private static DomainName? Own(string? said) =>
        DomainName.Parse(said) is { IsSingleLabel: false } name && !name.Ascii.EndsWith(".localdomain", StringComparison.Ordinal) ? name : null;
}
