using Gatepost.Mta.Exim.Acls;
using Gatepost.Mta.Exim.Source;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim;

/// <summary>Finds what works and gives more or less than it seems to.</summary>
internal static class EximRisks
{
    public static void Find(EximSections sections, EximFindings findings)
    {
        if (sections.Option("acl_smtp_rcpt") is not { Value.Length: > 0 })
            findings.Add(new ConfigProblem(Origin.Default, ConfigProblemKind.Risky, "acl_smtp_rcpt is not set: Exim refuses every recipient", "Set acl_smtp_rcpt and define the ACL"));
        foreach (var list in sections.Lists.Values) List(list, findings);
        foreach (var acl in sections.Acls.Values)
            foreach (var statement in AclReader.Read(acl.Lines, new EximFindings([])) ?? [])
                Statement(statement, findings);
    }

    private static void List(EximNamedList list, EximFindings findings)
    {
        var items = EximText.Items(list.Value);
        if (list.Kind == EximListKind.Host && items.Count > 0 && items[^1].StartsWith('!'))
            findings.Add(new ConfigProblem(list.Origin, ConfigProblemKind.Risky, $"the list {list.Name} ends in a negated item, so that it matches every host that the items before do not exclude", "Put a last item behind it that matches what you mean"));
        if (list is { Kind: EximListKind.Host, Name: "relay_from_hosts" } && items.Exists(IsEveryone))
            findings.Add(new ConfigProblem(list.Origin, ConfigProblemKind.Risky, "relay_from_hosts holds every host: this is an open relay", "List the networks that may relay"));
        if (list is { Kind: EximListKind.Domain, Name: "relay_to_domains" } && items.Contains("*"))
            findings.Add(new ConfigProblem(list.Origin, ConfigProblemKind.Risky, "relay_to_domains holds every domain: this is an open relay", "List the domains to relay to"));
    }

    private static void Statement(AclStatement statement, EximFindings findings)
    {
        if (statement.Verb != AclVerb.Accept) return;
        var conditions = statement.Elements.Where(static e => !AclElements.IsModifier(e.Name)).ToList();
        foreach (var element in conditions)
        {
            if (element is { Name: "hosts", IsNegated: false } && conditions.Count == 1 && EximText.Items(element.Value) is var hosts && (hosts.Exists(IsEveryone) || (hosts.Count > 0 && hosts[^1].StartsWith('!'))))
                findings.Add(new ConfigProblem(element.Origin, ConfigProblemKind.Risky, $"accept hosts = {Shorten.To(element.Value)} accepts from every host: where recipients are not checked before, this is an open relay", "List the networks that may relay"));
            if (element is { Name: "senders" or "sender_domains", IsNegated: false } && conditions.TrueForAll(static c => c.Name is "senders" or "sender_domains"))
                findings.Add(new ConfigProblem(element.Origin, ConfigProblemKind.Risky, $"accept {element.Name} trusts the sender address, which anyone can forge", "Ask for authenticated = * or hosts beside it"));
        }

        var endpass = statement.Elements.ToList().FindIndex(static e => e.Name == "endpass");
        if (endpass >= 0 && statement.Elements.Skip(endpass).Any(static e => e.Name == "verify"))
            findings.Add(new ConfigProblem(statement.Elements[endpass].Origin, ConfigProblemKind.Risky, "behind endpass, a recipient that cannot be verified is refused, though a later statement might accept it", "Write require verify in a statement of its own"));
    }

    private static bool IsEveryone(string item) => item is "*" or "0.0.0.0/0" or "::/0" or "::::/0";
}
