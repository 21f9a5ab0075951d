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
    public static Listener Of(PostfixService service, PostfixService server)
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
            IsInternal = string.IsNullOrEmpty(host) ? IsLoopbackOnly(server.Settings.Get("inet_interfaces").Value) : IsLoopback(host),
            IsSubmission = number is 587 or 465 || port.Contains("submission", StringComparison.OrdinalIgnoreCase),
            OffersLogin = server.Settings.IsYes("smtpd_sasl_auth_enable"),
            DemandsTls = PolicyMaker.DemandsTls(server.Settings) || server.Settings.IsYes("smtpd_tls_wrappermode"),
        };
    }

    // The addresses of the machine may not be known; that it listens on loopback alone is said by the setting.
    private static bool IsLoopbackOnly(string interfaces) =>
        interfaces.Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } names && names.All(static n => n == "loopback-only" || IsLoopback(n));

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static int? Port(string service) => service switch
    {
        "smtp" or "mail" => 25,
        "submission" => 587,
        "submissions" or "smtps" or "ssmtp" or "urd" => 465,
        _ => int.TryParse(service, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536 ? number : null,
    };
}
