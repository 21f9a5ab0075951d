using System.Net;
using System.Net.Sockets;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Dns;

/// <summary>
/// Finds an address's name and whether it leads back, as mail servers do before they trust it (Postfix:
/// reject_unknown_client_hostname; Sendmail: FEATURE(require_rdns)).
/// </summary>
/// <param name="dns">Whom to ask.</param>
public sealed class ClientNameProber(IDns dns)
{
    // An address with more names is nobody's mail server; the rest are not looked at.
    private const int MostNames = 10;

    /// <summary>Looks an address up, and the name that it gives in EHLO where that is known. Never throws.</summary>
    public async Task<ClientNameSurvey> Survey(IPAddress address, string? helo, CancellationToken cancel)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var ptr = await dns.Ask(new DnsQuery(ReverseName.Of(address), DnsType.Ptr), cancel).ConfigureAwait(false);
        string[] names = [.. ptr.Data<DnsData.Target>().Select(static t => t.Name).Distinct(StringComparer.Ordinal).Take(MostNames)];
        var forward = Task.WhenAll(names.Select(name => Forward(name, address, cancel)));
        var (heloLeadsBack, heloResponse) = await Helo(helo, address, cancel).ConfigureAwait(false);
        var leads = await forward.ConfigureAwait(false);

        var verified = leads.FirstOrDefault(l => LeadsTo(l, address))?.Query.Name;
        var state = State(ptr, leads, verified);
        return new ClientNameSurvey(address, state, names)
        {
            Verified = verified,
            HeloLeadsBack = heloLeadsBack,
            Says = ClientNameText.Says(address, state, verified, ptr, leads),
            Wire = [ptr, .. leads, .. heloResponse is null ? [] : (DnsResponse[])[heloResponse]],
        };
    }

    private static ClientNameState State(DnsResponse ptr, DnsResponse[] leads, string? verified) =>
        verified is not null ? ClientNameState.Verified
        : ptr.IsNothing() ? ClientNameState.Missing
        : ptr.Outcome == DnsOutcome.NotAsked ? ClientNameState.Unknown
        : ptr.Outcome != DnsOutcome.Answer || leads.Any(static l => !l.IsNothing() && l.Outcome != DnsOutcome.Answer) ? ClientNameState.Failed
        : ClientNameState.Unmatched;

    private async Task<(bool? LeadsBack, DnsResponse? Response)> Helo(string? helo, IPAddress address, CancellationToken cancel)
    {
        if (Literal(helo) is { } literal) return (literal.Equals(address), null);
        if (DomainName.Parse(helo) is not { } name) return (null, null);
        var response = await Forward(name.Ascii, address, cancel).ConfigureAwait(false);
        return (response.Outcome == DnsOutcome.Answer ? LeadsTo(response, address) : response.IsNothing() ? false : null, response);
    }

    private async Task<DnsResponse> Forward(string name, IPAddress address, CancellationToken cancel) =>
        await dns.Ask(new DnsQuery(name, address.AddressFamily == AddressFamily.InterNetwork ? DnsType.A : DnsType.Aaaa), cancel).ConfigureAwait(false);

    private static bool LeadsTo(DnsResponse response, IPAddress address) =>
        response.Outcome == DnsOutcome.Answer && response.Data<DnsData.Address>().Any(a => a.Value.Equals(address));

    // RFC 5321 section 4.1.3: [192.0.2.1], [IPv6:2001:db8::1].
    private static IPAddress? Literal(string? helo)
    {
        if (helo is not ['[', .. var inner, ']']) return null;
        if (inner.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)) inner = inner[5..];
        return IPAddress.TryParse(inner, out var address) ? address : null;
    }
}
