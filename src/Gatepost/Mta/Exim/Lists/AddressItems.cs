using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Exim.Lists;

/// <summary>Items of lists of addresses.</summary>
internal static class AddressItems
{
    public static void Add(ListBuilder list, string item)
    {
        if (item.StartsWith('^'))
        {
            TextItems.Add(list, item);
            return;
        }

        if (item.StartsWith("@@", StringComparison.Ordinal))
        {
            list.Context.World.Cover(list.Origin, item, Coverage.Conditional, "lists of local parts by domain are not read");
            list.Add(Choices.If(new SubjectOpaque(item, list.Subject, list.Origin) { MayFail = true }, Truth.Yes, Truth.No));
            return;
        }

        if (IsLookup(item))
        {
            LookupItems.Add(list, list.Subject, item, usesPartial: false);
            return;
        }

        // The null sender matches the empty item and nothing else.
        if (item.Length == 0)
        {
            list.Add(new ExactMatcher(""));
            return;
        }

        var at = item.LastIndexOf('@');
        if (at > 0 && item[at - 1] == '@' && item[(at + 1)..] is "" or "[]" or "mx_any" or "mx_primary" or "mx_secondary") at--;
        if (at < 0)
        {
            Domain(list, item, Always.Instance);
            return;
        }

        var local = item[..at];
        var domain = item[(at + 1)..];
        if (IsPlain(local) && IsPlain(domain) && !list.IsCaseful) list.Add(new ExactMatcher($"{local}@{domain}"));
        else Domain(list, domain, local is "*" ? Always.Instance : LocalPart(list, local));
    }

    private static bool IsLookup(string item)
    {
        var at = 0;
        while (at < item.Length && (char.IsAsciiLetterOrDigit(item[at]) || item[at] == '-')) at++;
        if (at < item.Length && item[at] == '*') at++;
        if (at < item.Length && item[at] == '@') at++;
        return at < item.Length && item[at] == ';';
    }

    private static bool IsPlain(string part) => part.Length > 0 && part[0] is not ('*' or '^' or '@' or '+' or '/' or '!') && !part.Contains(';', StringComparison.Ordinal);

    // The local part as it stands in the address, quotes and all; a star at its start stands for anything.
    private static Condition LocalPart(ListBuilder list, string pattern)
    {
        var subject = list.Subject.LocalPart();
        Matcher matcher = pattern.StartsWith('*') ? new SuffixMatcher(pattern[1..]) : new ExactMatcher(pattern);
        bool Caseful(string text) => pattern.StartsWith('*') ? text.EndsWith(pattern[1..], StringComparison.Ordinal) : text == pattern;
        if (subject.Part is not { } part)
            return (list.IsCaseful ? Caseful(subject.Text!) : matcher.IsMatch(subject.Text!.ToLowerInvariant(), subject.Text!)) ? Always.Instance : Logic.Never;
        return list.IsCaseful
            ? ComputedTest.Of($"+caseful {pattern}@", part.Name, list.Origin, s => Caseful(part.Get(s)) ? Truth.Yes : Truth.No, false).Where(static t => t == Truth.Yes)
            : new PartLeaf(part, [matcher], pattern, list.Origin);
    }

    private static void Domain(ListBuilder list, string pattern, Condition local)
    {
        // After +caseful the domain of the item counts as it is written, and the address's own is in lower case.
        if (list.IsCaseful && pattern.Any(char.IsAsciiLetterUpper) && !pattern.Contains(';', StringComparison.Ordinal) && pattern[0] is not ('+' or '^' or '@')) return;

        // An address without a domain is the null sender.
        var hasAddress = list.Subject.Part is { } part ? Logic.Not(new PartLeaf(part, [new ExactMatcher("")], "<>", list.Origin))
            : list.Subject.Text!.Length > 0 ? Always.Instance : Logic.Never;
        var domain = ListReader.ReadPlain(list.Context, pattern, list.Subject.Domain(), list.Origin, isOneItem: true);
        var guarded = Logic.And(hasAddress, local);
        list.Add(Choices.If(guarded, true, false).SelectMany(holds => holds ? domain : Choices.Of(Truth.No)) ?? Choices.Of(Truth.Defer));
    }
}
