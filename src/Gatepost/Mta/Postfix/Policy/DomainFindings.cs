using Gatepost.Mta.Postfix.Matching;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Policy;

/// <summary>What is wrong in the lists of domains.</summary>
internal sealed class DomainFindings(AddressClasses classes, Report report)
{
    private const int MostShown = 20;
    private const string Nobody = "nobodys-domain.example";

    public void Find()
    {
        for (var i = 0; i < classes.Lists.Length; i++)
        {
            Dots(i);
            if (Everything(i) is { } all) report.Problem(all.At ?? classes.Settings[i].Origin, ConfigProblemKind.Risky, i == 3
                ? $"relay_domains matches every domain by {all.Key}: whoever connects may send mail through this server to anybody."
                : $"{classes.Settings[i].Name} matches every domain by {all.Key}: mail for any domain is taken as the server's own, and never delivered where it should go.",
                classes.Settings[i].IsDefault ? $"Write {classes.Settings[i].Name} = with the domains that are the server's own." : $"Name the domains one by one in {classes.Settings[i].Name}.");
        }

        Twice();
    }

    private Answer? Everything(int list)
    {
        var items = classes.Lists[list].RemoveAll(static i => i.Outside is not null || i.Fault is not null);
        var answer = new NameList(classes.Settings[list].Name, classes.RecipientDomain, items, NameStyle.Exact).Match(Nobody);
        return answer.IsYes ? answer : null;
    }

    // A name with a dot before it matches nothing, unless relay_domains is told otherwise.
    private void Dots(int list)
    {
        var name = classes.Settings[list].Name;
        if (list == 3 && classes.RelayStyle == NameStyle.DotParent) return;
        foreach (var item in classes.Lists[list].Where(static i => i.Table is null && i.Text.StartsWith('.')).Take(MostShown))
            report.Problem(item.Origin, ConfigProblemKind.NoEffect, list == 3
                ? $"{item.Text} in relay_domains matches nothing: parent_domain_matches_subdomains has relay_domains in it, so that a domain without the dot matches its subdomains too."
                : $"{item.Text} in {name} matches nothing: this list takes whole names only, no subdomains.",
                list == 3 ? $"Write {item.Text[1..]}." : "Name every subdomain.");
    }

    private void Twice()
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var shown = 0;
        for (var i = 0; i < classes.Lists.Length; i++)
        {
            // Below level 2 relay_domains is mydestination by default.
            if (i == 3 && classes.Settings[3].IsDefault) return;
            foreach (var (name, origin) in OwnDomains.Named(classes, i))
            {
                if (first.TryAdd(name, i) || first[name] == i || shown++ >= MostShown) continue;
                report.Problem(origin, ConfigProblemKind.Conflict, $"{name} is in {classes.Settings[first[name]].Name} and in {classes.Settings[i].Name}; only the former counts, and recipients of the latter are unknown to it.",
                    $"Take {name} out of one of the two.");
            }
        }
    }
}
