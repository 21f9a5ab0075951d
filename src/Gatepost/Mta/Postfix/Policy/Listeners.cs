using System.Globalization;
using System.Net;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Policy;

/// <summary>What a line of master.cf says of the door that it opens.</summary>
internal static class Listeners
{
    /// <summary>The listener of a service.</summary>
    /// <param name="service">The smtpd or postscreen that listens.</param>
    /// <param name="server">The smtpd that answers.</param>
    /// <param name="own">The server's addresses.</param>
    public static Listener Of(PostfixService service, PostfixService server, OwnAddresses own)
    {
        var name = service.Entry.Name;
        var colon = name.LastIndexOf(':');
        var host = colon < 0 ? null : name[..colon].Trim('[', ']');
        var port = name[(colon + 1)..];
        var number = Port(port);
        return new Listener(name, service.Entry.Origin)
        {
            Port = number,
            Address = string.IsNullOrEmpty(host) ? null : host,
            IsInternal = string.IsNullOrEmpty(host) ? own.Interfaces.All(IPAddress.IsLoopback)
                : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)),
            IsSubmission = number is 587 or 465 || port.Contains("submission", StringComparison.OrdinalIgnoreCase),
            OffersLogin = server.Settings.IsYes("smtpd_sasl_auth_enable"),
            DemandsTls = PolicyMaker.DemandsTls(server.Settings) || server.Settings.IsYes("smtpd_tls_wrappermode"),
        };
    }

    private static int? Port(string service) => service switch
    {
        "smtp" or "mail" => 25,
        "submission" => 587,
        "submissions" or "smtps" or "ssmtp" or "urd" => 465,
        _ => int.TryParse(service, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536 ? number : null,
    };
}
