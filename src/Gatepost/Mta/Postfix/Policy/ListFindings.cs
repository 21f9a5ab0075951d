using System.Collections.Immutable;
using Gatepost.Mta.Postfix.Matching;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Policy;

/// <summary>What is wrong with the order of a list that decides about relaying: what permits too early, and what comes too late.</summary>
internal sealed class ListFindings(PostfixParts parts, Listener listener, Setting list)
{
    private readonly ImmutableArray<string> _tokens = [.. ListTokens.Split(list.Value)];

    public void Find()
    {
        var end = End();
        for (var i = 0; i < _tokens.Length; i++)
        {
            var token = _tokens[i];
            if (end >= 0 && i > end) Late(token, _tokens[end]);
            if (Is(token, "permit_mx_backup")) MxBackup(token);
            if (Is(token, "permit_tls_all_clientcerts"))
                Say(token, ConfigProblemKind.Risky, "permit_tls_all_clientcerts permits everybody who has a certificate of any authority in smtpd_tls_CAfile or smtpd_tls_CApath; with public authorities that is everybody.", "Write permit_tls_clientcerts and list the fingerprints in relay_clientcerts.");
            if (end > i && i + 1 < _tokens.Length) Early(token, _tokens[i + 1]);
        }

        if (list.Name == "smtpd_relay_restrictions" && end >= 0 && parts.OffersLogin && !Has("permit_sasl_authenticated")
            && ListTokens.Split(parts.Server.Get("smtpd_recipient_restrictions").Value).Contains("permit_sasl_authenticated", StringComparer.OrdinalIgnoreCase))
            Say(_tokens[end], ConfigProblemKind.Conflict, "smtpd_relay_restrictions refuses users who have logged in: permit_sasl_authenticated is in smtpd_recipient_restrictions only, and both lists must be content.", $"Write permit_sasl_authenticated before {_tokens[end]}.");
    }

    // The first that refuses relaying for good.
    private int End()
    {
        for (var i = 0; i < _tokens.Length; i++)
            if (IsEnd(_tokens[i]) && (i == 0 || !Is(_tokens[i - 1], "warn_if_reject"))) return i;
        return -1;
    }

    private static bool Is(string token, string name) => token.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsEnd(string token) => Is(token, "reject_unauth_destination") || Is(token, "defer_unauth_destination") || Is(token, "reject") || Is(token, "defer");

    private bool Has(string name) => _tokens.Contains(name, StringComparer.OrdinalIgnoreCase);

    private void Late(string token, string end)
    {
        if (Is(token, "permit_sasl_authenticated") || Is(token, "permit_mynetworks") || Is(token, "permit_tls_clientcerts"))
            Say(token, ConfigProblemKind.NoEffect, $"{token} comes after {end}, which has refused relaying by then.", $"Write it before {end}.");
    }

    private void MxBackup(string token)
    {
        if (parts.Server.Get("permit_mx_backup_networks").Value.Length == 0)
            Say(token, ConfigProblemKind.Risky, "permit_mx_backup without permit_mx_backup_networks lets the owner of any domain who names this server as a secondary MX send mail for that domain through it.", "Name the domains in relay_domains instead.");
        else if (parts.Server.Version >= 309)
            Say(token, ConfigProblemKind.Outdated, "permit_mx_backup is deprecated since Postfix 3.9.", "Name the domains in relay_domains.");
    }

    // A permit that hangs on what the client itself says, before relaying is refused.
    private void Early(string token, string argument)
    {
        var (said, fix) = token.ToLowerInvariant() switch
        {
            "check_sender_access" => ("the sender address, which anybody can forge", "Write permit_sasl_authenticated, or check it after reject_unauth_destination."),
            "check_helo_access" => ("the HELO name, which anybody can say", "Check it after reject_unauth_destination, or list the clients in mynetworks."),
            "check_recipient_access" => ("the recipient", "Name the domains in relay_domains, or check it after reject_unauth_destination."),
            _ => ("", ""),
        };
        if (said.Length == 0 || !MatchLists.IsTable(argument)) return;
        var table = parts.Tables.Open(argument, list.Origin);
        if (token.Contains("client", StringComparison.OrdinalIgnoreCase) is false && table.Name.StartsWith("cidr:", StringComparison.OrdinalIgnoreCase))
            Say(token, ConfigProblemKind.NoEffect, $"{argument} has networks, and {token} looks up names and addresses of mail: it never matches.", "Write check_client_access.");
        else if (table.Entries.FirstOrDefault(static e => Permits(e.Value)) is { } entry)
            parts.Report.Problem(entry.Origin, ConfigProblemKind.Risky, $"{listener.Name}: {token} {argument} comes before relaying is refused, and \"{entry.Key} {entry.Value}\" permits by {said}.", fix);
    }

    private static bool Permits(string value) =>
        Is(value, "OK") || Is(value, "RELAY") || Is(value, "permit") || value.StartsWith("OK ", StringComparison.OrdinalIgnoreCase) || (value.Length > 0 && value.All(char.IsAsciiDigit));

    private void Say(string token, ConfigProblemKind kind, string what, string write) =>
        parts.Report.Problem(parts.OriginOf(list, token), kind, $"{listener.Name}: {what}", write);
}
