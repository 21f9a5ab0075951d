using System.Globalization;
using System.Net;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>What a <c>listen on</c> line is to the outside.</summary>
internal static class SmtpdListeners
{
    /// <summary>The listener; its name is its tag where it has one, otherwise address and port.</summary>
    public static Listener Describe(SmtpdListen listen)
    {
        var port = Port(listen);
        var address = IPAddress.TryParse(listen.On, out var parsed) ? parsed : null;
        return new Listener(listen.Tag.Length > 0 ? listen.Tag : $"{listen.On}:{port?.ToString(CultureInfo.InvariantCulture) ?? listen.PortText}", listen.Origin)
        {
            Port = port,
            Address = address is not null && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)) ? null : listen.On,
            IsInternal = address is not null ? IPAddress.IsLoopback(address) : listen.On is "lo" or "lo0" or "localhost" or "socket",
            OffersLogin = listen.OffersLogin,
            IsSubmission = port is 587 or 465,
            DemandsTls = listen.DemandsTls || listen.IsSmtps,
        };
    }

    /// <summary>The name that <c>hostnames</c> gives the listener's address; null where it gives none or the address is not known.</summary>
    public static string? NameOf(SmtpdListen listen)
    {
        if (listen.HostNames is not { Source: null } names || !IPAddress.TryParse(listen.On, out var address)) return null;
        var key = address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
        return names.Entries.FirstOrDefault(e => e.Key == key)?.Value;
    }

    private static int? Port(SmtpdListen listen) => listen.PortText switch
    {
        null => listen.IsSmtps ? 465 : 25,
        "smtp" => 25,
        "smtps" or "submissions" or "ssmtp" or "urd" => 465,
        "submission" => 587,
        var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
    };
}
