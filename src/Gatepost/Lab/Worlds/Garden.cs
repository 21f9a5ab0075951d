using Gatepost.Lab.Dns;
using Gatepost.Lab.Smtp;
using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>The sender's side of most worlds: Sam at garden.example, whose outgoing server is smtp.garden.example.</summary>
internal static class Garden
{
    public const string Sam = "sam@garden.example";
    public const string Smtp = "smtp.garden.example";
    public const string SmtpAddress = "192.0.2.25";
    public const string Mx = "mx.garden.example";
    public const string MxAddress = "192.0.2.20";

    /// <summary>The zone, with its usual records.</summary>
    public static NameServer Dns { get; } = With("");

    /// <summary>The outgoing server as it should be: strangers reach its own domain, users log in for all others.</summary>
    public static MailServer Outgoing { get; } = new(Smtp, SmtpAddress, Postfix.Instance)
    {
        Ports = [ServerPort.SmtpWithLogin, ServerPort.SmtpWithLogin with { Number = 587 }],
        Domains = ["garden.example"],
        Account = (Sam, "tulips-in-april"),
    };

    /// <summary>The zone with more records.</summary>
    public static NameServer With(string records) => new("ns1.garden.example", "192.0.2.11", Zone.Of("garden.example", $"""
        @     NS  ns1
        ns1   A   192.0.2.11
        @     MX  10 mx
        mx    A   {MxAddress}
        smtp  A   {SmtpAddress}
        @     TXT "v=spf1 mx a:smtp.garden.example -all"
        {records}
        """));
}
