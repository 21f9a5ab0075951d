using System.Collections.Immutable;
using Gatepost.Mta.Postfix.Matching;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>Transports that deliver nothing: <c>error:</c> and <c>retry:</c> refuse at once, and so does a virtual alias domain's own.</summary>
internal static class Transports
{
    private static readonly (AddressClass Class, string Parameter)[] ByClass =
    [
        (AddressClass.Local, "local_transport"),
        (AddressClass.Virtual, "virtual_transport"),
        (AddressClass.RelayDomain, "relay_transport"),
        (AddressClass.Other, "default_transport"),
    ];

    /// <summary>The rules, as one that goes on where the transport delivers.</summary>
    public static IEnumerable<Rule> Rules(Restriction restriction, bool isSender)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        Relocated(restriction, isSender, rules);
        var (place, what) = MailRestrictions.Named(isSender);
        if (restriction.Parts.Classes.Lists[1].Length > 0)
            rules.Add(restriction.Rule(restriction.Parts.Classes.Is(isSender, AddressClass.Alias),
                restriction.Refuse(restriction.Parts.Replies.Code("unknown_virtual_alias_reject_code", 550), isSender ? "5.1.7" : "5.1.1", $"<{place}>: {what} rejected: {UnlistedAddresses.Unknown(restriction, "virtual alias table")}")) with { Text = $"{restriction.Text}: virtual_alias_domains" });
        Mapped(restriction, isSender, rules);
        foreach (var (of, parameter) in ByClass)
        {
            var setting = restriction.Parts.Rewrite.Get(parameter);
            if (Refusal(restriction, isSender, setting.Value, isSender ? "{sender-domain}" : "{domain}") is { } refuse)
                rules.Add(restriction.Rule(restriction.Parts.Classes.Is(isSender, of), refuse) with { Text = $"{parameter} = {setting.Value}", Origin = setting.Origin });
        }

        if (rules.Count > 0) yield return restriction.Rule(Always.Instance, restriction.Enter(rules.ToImmutable()));
    }

    private static void Relocated(Restriction restriction, bool isSender, ImmutableArray<Rule>.Builder rules)
    {
        var maps = restriction.Parts.Lists.Maps(restriction.Parts.Rewrite.Get("relocated_maps"));
        if (MailMaps.Listed("relocated_maps", isSender, maps, restriction.Parts.TransportKeys, restriction.Parts.Classes.Rules) is not { } moved) return;
        rules.Add(restriction.Rule(moved is MailMaps known ? known.Cased(restriction.Origin) : moved, restriction.Refuse(550, isSender ? "5.1.7" : "5.1.6", null)) with { Text = "relocated_maps" });
    }

    private static void Mapped(Restriction restriction, bool isSender, ImmutableArray<Rule>.Builder rules)
    {
        var setting = restriction.Parts.Rewrite.Get("transport_maps");
        var tables = restriction.Parts.Lists.Maps(setting);
        foreach (var outside in tables.Select(static t => t.Outside).OfType<OpaqueTable>())
        {
            var asked = new PostfixOpaque(outside.Source, isSender ? "sender (transport)" : "recipient (transport)", 2, outside.Origin, s => isSender ? s.Sender.Address : s.Recipient.Address);
            rules.Add(restriction.Rule(asked, Verdict.Leave.Instance, restriction.Refuse(550, isSender ? "5.1.7" : "5.1.1", null)));
        }

        ImmutableArray<PostfixTable> known = [.. tables.Where(static t => t.Outside is null)];
        var values = known.SelectMany(static t => t.Entries).Select(static e => e.Value).Distinct(StringComparer.Ordinal).ToArray();
        if (values.Length == 0) return;
        var domain = isSender ? "{sender-domain}" : "{domain}";
        ImmutableArray<Verdict> verdicts = [.. values.Select(v => Refusal(restriction, isSender, v, domain, isMapped: true) ?? (v.StartsWith(':') ? Verdict.Next.Instance : Verdict.Leave.Instance))];
        var numbers = values.Index().ToDictionary(static v => v.Item, static v => v.Index + 1, StringComparer.Ordinal);
        var mapped = new MailMaps(setting.Name, isSender, known, restriction.Parts.TransportKeys, MailSearch.Transport, restriction.Parts.Classes.Rules, values.Length, r => numbers.GetValueOrDefault(r.Entry!.Value, 1))
            .Cased(setting.Origin);
        rules.Add(restriction.Rule(mapped, verdicts) with { Text = setting.Name });

        // The first table that has "*" decides for whatever no table names; patterns may match that too.
        if (MailKeys.Look(known, "*", isPartial: false, out var wild).IsYes)
            rules.Add(restriction.Rule(new Not(mapped), verdicts[numbers[wild.Entry!.Value] - 1]) with { Text = $"{setting.Name}: *", Origin = wild.Entry.Origin });
    }

    // The refusal of a transport that delivers nothing; null for others.
    private static Verdict? Refusal(Restriction restriction, bool isSender, string transport, string domain, bool isMapped = false)
    {
        var colon = transport.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? transport : transport[..colon];
        if (name is not ("error" or "retry")) return null;
        var (place, what) = MailRestrictions.Named(isSender);
        var isError = name == "error";
        var written = colon < 0 ? "" : transport[(colon + 1)..];
        if (written.Length == 0) written = !isMapped ? domain : isError ? "Address is undeliverable" : "Address is temporarily undeliverable";
        var (status, text) = Replies.Split(written, (isError, isSender) switch { (true, true) => "5.1.0", (true, false) => "5.1.1", (false, true) => "4.1.0", _ => "4.1.1" });
        return restriction.Refuse(isError ? 550 : 450, Replies.Fit(status, what), $"<{place}>: {what} rejected: {text}");
    }
}
