using System.Net;
using Gatepost.Evidence.Dns;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Relaying;

/// <summary>
/// Whether a server's operator agreed to a relay test, and how that is known: by the tester's word that it is their own server, or
/// by a TXT record <c>gatepost-relay-test</c> at <c>_gatepost.</c> before its host name or registrable domain; after
/// <c>=</c> it may name the one address that may test.
/// </summary>
/// <remarks>The record proves that whoever runs the name agrees, not that the address it leads to is theirs.</remarks>
public sealed record RelayConsent
{
    private const string Token = "gatepost-relay-test";

    private RelayConsent(bool isGiven, string reason) => (IsGiven, Reason) = (isGiven, reason);

    /// <summary>True where the test may be held.</summary>
    public bool IsGiven { get; }

    /// <summary>How that is known, or why not, as half a sentence. Hostile: escape it.</summary>
    public string Reason { get; }

    /// <summary>The tester says that they operate the server.</summary>
    public static RelayConsent OfOperator { get; } = new(true, "the tester operates this server (--i-operate-this-server)");

    /// <summary>Asks the DNS.</summary>
    /// <param name="dns">Whom to ask.</param>
    /// <param name="host">The server's host name.</param>
    /// <param name="source">The address that tests; null where it is not known, which a record that names one does not fit.</param>
    /// <param name="cancel">Ends the asking; then there is no consent.</param>
    public static async Task<RelayConsent> Ask(IDns dns, string host, IPAddress? source, CancellationToken cancel)
    {
        if (DomainName.Parse(host) is not { } name) return new(false, $"{host} is no host name, under which the DNS could tell of consent; use --i-operate-this-server");
        var silent = "";
        string? elsewhere = null;
        foreach (var owner in new[] { name.Ascii, name.OrganisationalDomain.Ascii }.Distinct(StringComparer.Ordinal))
        {
            var response = await dns.Ask(new DnsQuery("_gatepost." + owner, DnsType.Txt), cancel).ConfigureAwait(false);
            foreach (var text in response.Data<DnsData.Txt>())
            {
                if (!Permits(text.Text, source, out var other)) elsewhere ??= other;
                else return new(true, $"a TXT record at _gatepost.{owner} permits it");
            }

            if (response.Outcome is not (DnsOutcome.Answer or DnsOutcome.NoData or DnsOutcome.NxDomain)) silent = $"; the DNS gave no answer for _gatepost.{owner}";
        }

        return new(false, elsewhere is null
            ? $"neither --i-operate-this-server nor a TXT record \"{Token}\" at _gatepost.{name} says that the operator agrees{silent}"
            : $"the TXT record permits tests from {elsewhere} only, and this one comes from {source?.ToString() ?? "an unknown address"}");
    }

    private static bool Permits(string text, IPAddress? source, out string? elsewhere)
    {
        elsewhere = null;
        var record = text.Trim();
        if (!record.StartsWith(Token, StringComparison.OrdinalIgnoreCase)) return false;
        if (record.Length == Token.Length) return true;
        if (record[Token.Length] != '=') return false;
        elsewhere = record[(Token.Length + 1)..];
        return source is not null && IPAddress.TryParse(elsewhere, out var permitted) && permitted.Equals(source.IsIPv4MappedToIPv6 ? source.MapToIPv4() : source);
    }
}
