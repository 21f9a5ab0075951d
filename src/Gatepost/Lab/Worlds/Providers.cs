using Gatepost.Lab.Dns;
using Gatepost.Lab.Smtp;
using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>Companies that run mail for others: made-up ones, and the lab's own copies of names that everybody knows.</summary>
internal static class Providers
{
    public const string OldMx = "mx.oldhost.example";
    public const string OldAddress = "198.51.100.40";
    public const string NewMx = "mx.newmail.example";
    public const string NewAddress = "198.51.100.50";

    /// <summary>The hoster that a domain left.</summary>
    public static NameServer OldHost { get; } = new("ns1.oldhost.example", "198.51.100.4", Zone.Of("oldhost.example", $"""
        @    NS  ns1
        ns1  A   198.51.100.4
        @    MX  10 mx
        mx   A   {OldAddress}
        @    TXT "v=spf1 mx -all"
        """));

    /// <summary>The provider that it went to.</summary>
    public static NameServer NewMail { get; } = new("ns1.newmail.example", "198.51.100.5", Zone.Of("newmail.example", $"""
        @     NS  ns1
        ns1   A   198.51.100.5
        @     MX  10 mx
        mx    A   {NewAddress}
        @     TXT "v=spf1 include:_spf.newmail.example -all"
        _spf  TXT "v=spf1 ip4:{NewAddress} -all"
        """));

    /// <summary>The old hoster's server: it no longer has the domain.</summary>
    public static MailServer OldServer { get; } = new(OldMx, OldAddress, Exim.Instance) { Domains = ["oldhost.example"] };

    /// <summary>The new provider's server, which has it.</summary>
    public static MailServer NewServer { get; } = new(NewMx, NewAddress, Postfix.Instance) { Domains = ["newmail.example", Tulip.Domain] };

    /// <summary>Microsoft 365 in the lab: a customer's MX host, and the SPF record that customers include.</summary>
    /// <param name="customer">The customer's label, <c>tulip-example</c>.</param>
    /// <param name="address">The address of the MX host.</param>
    public static NameServer Microsoft(string customer, string address) => new("ns1.outlook.com", "192.0.2.12", Zone.Of("outlook.com", $"""
        @                           NS  ns1
        ns1                         A   192.0.2.12
        {customer}.mail.protection  A   {address}
        spf.protection              TXT "v=spf1 ip4:{address} -all"
        """));

    /// <summary>A block list with the test points of RFC 5782, on which one client stands.</summary>
    /// <param name="list">The list's zone.</param>
    /// <param name="client">The client's address, reversed.</param>
    /// <param name="reason">Why it is listed.</param>
    public static NameServer BlockList(string list, string client, string reason) => new($"ns1.{list}", "198.51.100.9", Zone.Of(list, $"""
        @          NS  ns1
        ns1        A   198.51.100.9
        2.0.0.127  A   127.0.0.2
        2.0.0.127  TXT "Test point"
        {client}   A   127.0.0.2
        {client}   TXT "{reason}"
        """));
}
