using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>What a recipient is to the server.</summary>
internal static class RecipientClasses
{
    /// <summary>The classes, in order of precedence.</summary>
    public static Condition Of(PolicyParts parts)
    {
        var settings = parts.Settings;
        List<FirstOf.Case> cases = [];
        // With loose_relay_check a route through a domain that is relayed to goes on to another.
        if (parts.Addresses.IsLoose) cases.Add(new FirstOf.Case(Loose(parts), (int)AddressClass.Other));
        cases.Add(new FirstOf.Case(new SendmailLeaf("recipient has no domain, or one in $=w", Dimension.Recipient, 1,
            s => s.Recipient.Domain.Length == 0 ? Answer.Yes : Found.In(parts.Local.Find(s.Recipient.Domain)), m => Marks.Domains(m, parts.Local)), (int)AddressClass.Local));
        if (settings.Has("virtusertable")) cases.Add(new FirstOf.Case(IsVirtual(parts), (int)AddressClass.Virtual));
        cases.Add(new FirstOf.Case(IsRelayed(parts), (int)AddressClass.RelayDomain));
        return new FirstOf([.. cases], (int)AddressClass.RelayDomain);
    }

    /// <summary>The recipient's domain is, or ends in, one that is relayed to.</summary>
    public static SendmailLeaf IsRelayed(PolicyParts parts) => new("recipient's domain in $=R or To: RELAY", Dimension.Recipient, 1,
        s => RcptOk.InRelayed(parts, s.Recipient.Domain) is { IsYes: true } yes ? yes : RcptOk.InAccess(parts, s.Recipient), m =>
        {
            Marks.Domains(m, parts.Relayed);
            if (parts.Access is { } access) Marks.Access(m, access, "to", withPlain: true);
        });

    private static SendmailLeaf IsVirtual(PolicyParts parts) => new("recipient's domain in $={VirtHost}", Dimension.Recipient, 1,
        s => Found.In(parts.Settings.Has("virtuser_entire_domain") ? parts.VirtualHosts.FindEnd(s.Recipient.Domain) : parts.VirtualHosts.Find(s.Recipient.Domain)),
        m => Marks.Domains(m, parts.VirtualHosts));

    private static SendmailLeaf Loose(PolicyParts parts) => new("recipient is routed on", Dimension.Recipient, 1,
        s => Answer.Of(s.Recipient.IsRouted && s.Recipient.Domain.Length > 0 && parts.Local.Find(s.Recipient.Domain) is null), m => Marks.Domains(m, parts.Local));
}
