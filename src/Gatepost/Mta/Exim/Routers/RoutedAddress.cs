using System.Collections.Immutable;
using Gatepost.Mta.Exim.Expansions;
using Gatepost.Mta.Exim.Lists;
using Gatepost.Mta.Exim.Source;

namespace Gatepost.Mta.Exim.Routers;

/// <summary>The address that routers are asked about: the recipient of the attempt, or its sender.</summary>
/// <param name="IsSender">True for the sender, for whom a bounce is tried: its sender is the null one.</param>
internal sealed record RoutedAddress(bool IsSender)
{
    private static readonly AttemptPart s_senderDomain = AttemptPart.SenderDomain with { IsLower = true, Get = static s => s.Sender.Domain };
    private static readonly AttemptPart s_senderLocalPart = AttemptPart.SenderLocalPart with { IsLower = false, Get = static s => s.Sender.LocalPart };

    public string Name => IsSender ? "sender" : "recipient";

    public AttemptPart DomainPart => IsSender ? s_senderDomain : AttemptPart.Domain;

    public AttemptPart LocalPart => IsSender ? s_senderLocalPart : AttemptPart.CasefulLocalPart;

    public ListSubject Domains => ListSubject.Of(EximListKind.Domain, DomainPart);

    public ListSubject LocalParts => ListSubject.Of(EximListKind.LocalPart, LocalPart);

    public ListSubject Senders => IsSender ? ListSubject.Of(EximListKind.Address, "") : ListSubject.Of(EximListKind.Address, AttemptPart.Sender);

    /// <summary>The place of a router's strings: its variables are those of the address.</summary>
    public ExpansionContext In(ExpansionContext context)
    {
        var local = new LowerCase(new PartExpansion(LocalPart));
        ImmutableDictionary<string, Expansion> variables = context.Variables
            .SetItem("domain", new PartExpansion(DomainPart)).SetItem("local_part", local)
            .SetItem("original_domain", new PartExpansion(DomainPart)).SetItem("original_local_part", local);
        if (IsSender) variables = variables.SetItem("sender_address", new Literal("")).SetItem("sender_address_domain", new Literal("")).SetItem("sender_address_local_part", new Literal(""));
        return context with { Variables = variables };
    }
}
