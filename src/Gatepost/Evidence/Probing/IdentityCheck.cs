using System.Net;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Probing;

/// <summary>
/// Whether what answers at an MX host's address is that host. Greetings often carry another name of the same server, so a name
/// that differs is looked up: where it leads to the address, all is well. That another server answers is said only where
/// nothing speaks for the host: neither greeting, nor EHLO name, nor certificate, nor addresses.
/// </summary>
internal sealed class IdentityCheck(IDns dns)
{
    public async Task<IReadOnlyDictionary<IPEndPoint, Identity>> Check(IReadOnlyList<DialogResult> dialogs, CancellationToken cancel)
    {
        var answered = dialogs.Where(static d => d.Banner?.Code == 220 || d.Offer is not null).ToList();
        var found = await Task.WhenAll(answered.Select(d => Of(d, answered, cancel)));
        return answered.Zip(found).DistinctBy(static p => p.First.Plan.Address).ToDictionary(static p => p.First.Plan.Address, static p => p.Second);
    }

    private async Task<Identity> Of(DialogResult dialog, IReadOnlyList<DialogResult> all, CancellationToken cancel)
    {
        var (host, address) = (dialog.Plan.Host, dialog.Plan.Address.Address);
        if (dialog.Tls is { NamesTheHost: true }) return new Identity(true, $"the certificate at {address} names {host}");
        if (BannerName(dialog) is not { } name) return new Identity(null, $"the greeting at {address} gives no name");
        if (IsRelated(name, host)) return new Identity(true, $"{address} greets as {name}");
        var own = await HostAnswer.Find(dns, name, cancel);
        if (own.Addresses.Contains(address)) return new Identity(true, $"{address} greets as {name}, and that name leads to {address}");
        var certificate = dialog.Tls?.Names is { Count: > 0 } names ? $" and shows a certificate for {names[0]}" : "";
        var says = $"{address}, which is to be {host}, greets as {name}{certificate}; that name does not lead there";
        // One server in the place of several unrelated ones, or a certificate that contradicts as well.
        var several = all.Any(d => !d.Plan.Address.Address.Equals(address) && BannerName(d) == name && !IsRelated(d.Plan.Host, host));
        return new Identity((certificate.Length > 0 || several) && own.Failure is null ? false : null, says);
    }

    private static string? BannerName(DialogResult dialog) => ServerIdentity.Of(dialog) is var who && (who.BannerHost ?? who.EhloHost) is { } name ? DomainName.Parse(name)?.Ascii : null;

    private static bool IsRelated(string name, string host) => DomainName.Parse(host) is { } other && DomainName.Parse(name)!.IsRelatedTo(other);
}
