using System.Collections.Immutable;
using Gatepost.Mta.Postfix.Matching;
using Gatepost.Mta.Postfix.Policy;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>Whether a sender or recipient exists (reject_unlisted_recipient, reject_unlisted_sender): maps that excuse it, its transport, the tables of its class.</summary>
internal static class UnlistedAddresses
{
    /// <summary>The rules; they are left where the address is known.</summary>
    public static IEnumerable<Rule> Rules(Restriction restriction, bool isSender)
    {
        if (ListTokens.Split(restriction.Parts.Server.Get("receive_override_options").Value).Contains("no_unknown_recipient_checks", StringComparer.OrdinalIgnoreCase)) return [];
        var (place, _) = MailRestrictions.Named(isSender);
        var rules = new List<Rule>();
        if (isSender) rules.Add(restriction.Rule(AddressForm.IsNullSender, Verdict.Leave.Instance));
        var classes = isSender ? restriction.Parts.Classes.Is(isSender, AddressClass.Local) : restriction.Parts.Classes.Recipient;
        if (restriction.Parts.Classes.CanFail)
            rules.Add(restriction.Rule(classes, [.. Enumerable.Repeat<Verdict>(Verdict.Next.Instance, classes.Answers)]) with { OnFault = restriction.LookupFailure(place) });
        foreach (var maps in Excusing(isSender))
            if (Listed(restriction, maps, isSender) is { } excused)
                rules.Add(restriction.Rule(excused, Verdict.Leave.Instance) with { OnFault = restriction.LookupFailure(place), Text = $"{restriction.Text}: {maps}" });
        rules.AddRange(Transports.Rules(restriction, isSender));
        rules.AddRange(ClassRules(restriction, isSender));
        return rules;
    }

    private static IEnumerable<string> Excusing(bool isSender) =>
        isSender ? ["recipient_canonical_maps", "sender_canonical_maps", "canonical_maps", "virtual_alias_maps"] : ["recipient_canonical_maps", "canonical_maps", "virtual_alias_maps"];

    private static Condition? Listed(Restriction restriction, string maps, bool isSender) =>
        MailMaps.Listed(maps, isSender, restriction.Maps(maps), restriction.Parts.Keys, restriction.Parts.Classes.Rules);

    private static IEnumerable<Rule> ClassRules(Restriction restriction, bool isSender)
    {
        (AddressClass Class, string Maps, string Code, string Table)[] tables =
        [
            (AddressClass.Local, "local_recipient_maps", "unknown_local_recipient_reject_code", "local recipient table"),
            (AddressClass.Virtual, "virtual_mailbox_maps", "unknown_virtual_mailbox_reject_code", "virtual mailbox table"),
            (AddressClass.RelayDomain, "relay_recipient_maps", "unknown_relay_recipient_reject_code", "relay recipient table"),
        ];
        var (place, what) = MailRestrictions.Named(isSender);
        foreach (var (of, maps, code, table) in tables)
        {
            if (Listed(restriction, maps, isSender) is not { } listed) continue;
            ImmutableArray<Rule> inner =
            [
                .. of == AddressClass.Local ? [restriction.Rule(Exempt(restriction, isSender), Verdict.Leave.Instance)] : Array.Empty<Rule>(),
                restriction.Rule(listed, Verdict.Leave.Instance) with { OnFault = restriction.LookupFailure(place), Text = $"{restriction.Text}: {maps}" },
                restriction.Rule(Relay.Conditions.Always.Instance, restriction.Refuse(restriction.Parts.Replies.Code(code, 550), isSender ? "5.1.0" : "5.1.1",
                    $"<{place}>: {what} rejected: {Unknown(restriction, table)}")),
            ];
            yield return restriction.Rule(restriction.Parts.Classes.Is(isSender, of), restriction.Enter(inner));
        }
    }

    /// <summary><c>User unknown in …</c>, or less where the administrator wants it so.</summary>
    public static string Unknown(Restriction restriction, string table) =>
        restriction.Parts.Server.IsYes("show_user_unknown_table_name") ? $"User unknown in {table}" : "User unknown";

    private static LocalPartIs Exempt(Restriction restriction, bool isSender) =>
        new(isSender ? Dimension.Sender : Dimension.Recipient, ["postmaster", "mailer-daemon", restriction.Parts.Server.Get("double_bounce_sender").Value is { Length: > 0 } name ? name.ToLowerInvariant() : "double-bounce"]);
}
