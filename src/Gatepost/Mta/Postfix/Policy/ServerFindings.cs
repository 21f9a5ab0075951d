using System.Collections.Immutable;
using Gatepost.Mta.Postfix.Matching;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Policy;

/// <summary>What is wrong with one SMTP server's settings, as far as it shows without asking its policy.</summary>
internal sealed class ServerFindings(PostfixParts parts, Listener listener)
{
    private static readonly string[] OfRewriting =
        ["mydestination", "virtual_alias_domains", "virtual_mailbox_domains", "relay_domains", "transport_maps", "relayhost", "append_dot_mydomain", "append_at_myorigin", "swap_bangpath", "allow_percent_hack", "inet_interfaces", "proxy_interfaces"];

    private PostfixSettings Server => parts.Server;

    public void Find()
    {
        Networks();
        Login();
        foreach (var name in OfRewriting)
            if (Server.Get(name) is { IsDefault: false } set && set.Value != parts.Rewrite.Get(name).Value)
                parts.Report.Problem(set.Origin, ConfigProblemKind.NoEffect, $"{listener.Name}: -o {name} has no say in what a recipient's domain is: the rewriting service looks that up, and it sees main.cf.", $"Set {name} in main.cf.");
        if (Server.IsYes("allow_untrusted_routing"))
            parts.Report.Problem(Server.Get("allow_untrusted_routing").Origin, ConfigProblemKind.Risky, "allow_untrusted_routing lets anybody send to user%elsewhere@domain through this server where domain is in relay_domains.", "Write allow_untrusted_routing = no.");
        if (Everyone("smtpd_authorized_xclient_hosts"))
            parts.Report.Problem(Server.Get("smtpd_authorized_xclient_hosts").Origin, ConfigProblemKind.Risky, "smtpd_authorized_xclient_hosts lets every client give itself any address and any login: whoever knows that may send anything anywhere.", "Name the proxies' addresses only.");
        foreach (var list in new[] { "smtpd_relay_restrictions", "smtpd_recipient_restrictions" })
            new ListFindings(parts, listener, Server.Get(list)).Find();
    }

    private void Networks()
    {
        foreach (var item in parts.Lists.Read(Server.Get("mynetworks")).Where(static i => i.Table is null && i.Fault is null && Matching.Networks.IsAddressPattern(i.Text)))
        {
            var entry = Matching.Networks.Read(item, out var problem);
            if (problem is not null)
                parts.Report.Problem(item.Origin, ConfigProblemKind.BadValue, $"mynetworks: {problem}; every client that Postfix compares with it gets 451 4.3.0 Temporary lookup failure.", "Write the network's own address, without host bits.");
            else if (entry is { Answer: 1 } && entry.Network.PrefixLength < (item.Text.Contains(':', StringComparison.Ordinal) ? 16 : 8))
                parts.Report.Problem(item.Origin, ConfigProblemKind.Risky, $"{item.Text} in mynetworks trusts {(entry.Network.PrefixLength == 0 ? "everybody" : "a large part of the Internet")}: permit_mynetworks lets these clients send anything anywhere.", "Name your own networks only.");
        }
    }

    private void Login()
    {
        if (parts.OffersLogin) return;
        var names = Tokens("smtpd_relay_restrictions").Concat(Tokens("smtpd_recipient_restrictions"));
        if (listener.IsSubmission && names.Contains("permit_sasl_authenticated", StringComparer.OrdinalIgnoreCase))
            parts.Report.Problem(listener.Origin, ConfigProblemKind.NoEffect, $"{listener.Name}: permit_sasl_authenticated never permits here, because smtpd_sasl_auth_enable is no: nobody can log in.", "Add -o smtpd_sasl_auth_enable=yes to the service.");
    }

    private bool Everyone(string list)
    {
        ImmutableArray<ListItem> items = parts.Lists.Read(Server.Get(list));
        return items.Any(static i => !i.IsExcluded && (i.Table is { Outside: null, Fault: null } table ? table.Find("198.51.100.77").IsFound : i.Text.EndsWith("/0", StringComparison.Ordinal)));
    }

    private IEnumerable<string> Tokens(string list) => ListTokens.Split(Server.Get(list).Value);
}
