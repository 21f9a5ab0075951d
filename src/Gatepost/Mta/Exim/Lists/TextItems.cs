using System.Net.Sockets;
using Gatepost.Mta.Exim.Source;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Exim.Lists;

/// <summary>Items of lists of domains, local parts and plain texts.</summary>
internal static class TextItems
{
    public static void Add(ListBuilder list, string item)
    {
        if (list.IsCaseful && IsCased(item) && (item.StartsWith('^') || item.StartsWith('*') || !item.Contains(';', StringComparison.Ordinal)))
        {
            Caseful(list, item);
            return;
        }

        if (list.Subject.Kind == EximListKind.Domain && item.StartsWith('@') && AtItem(list, item)) return;
        if (!item.StartsWith('^') && !item.StartsWith('*') && item.Contains(';', StringComparison.Ordinal))
        {
            LookupItems.Add(list, list.Subject, item);
            return;
        }

        if (TextPatterns.Of(item) is { } matcher) list.Add(matcher);
        else
        {
            list.Problem(ConfigProblemKind.BadValue, $"{item} is no regular expression; Exim answers 421 to every attempt that reaches it", "Correct the expression");
            list.Add(Always.Instance, Truth.Panic);
        }
    }

    private static bool AtItem(ListBuilder list, string item)
    {
        if (item == "@") list.Add(new ExactMatcher(list.Context.World.PrimaryHostname));
        else if (item == "@[]")
            foreach (var own in list.Context.World.OwnAddresses.Where(static n => n.PrefixLength == (n.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)))
                list.Add(new ExactMatcher($"[{own.BaseAddress}]"));
        else if (item.StartsWith("@mx_", StringComparison.Ordinal))
        {
            list.Context.World.Cover(list.Origin, item, Coverage.Conditional, "the DNS decides");
            list.Add(Choices.If(new SubjectOpaque(item, list.Subject, list.Origin), Truth.Yes, Truth.No));
        }
        else return false;
        return true;
    }

    private static bool IsCased(string item) => item.Any(char.IsAsciiLetter);

    // Letter case matters: only the attempt itself tells.
    private static void Caseful(ListBuilder list, string item)
    {
        bool Matches(string text) => item.StartsWith('^') ? Gatepost.Mta.Patterns.ConfigPatterns.TryPcre(item, false, out var pattern, out _) && pattern.IsMatch(text)
            : item.StartsWith('*') ? text.EndsWith(item[1..], StringComparison.Ordinal) : text == item;
        if (list.Subject.Part is { } part) list.Add(ComputedTest.Of($"+caseful {item}", part.Name, list.Origin, s => Matches(part.Get(s)) ? Truth.Yes : Truth.No, false));
        else list.Add(Choices.Of(Matches(list.Subject.Text!) ? Truth.Yes : Truth.No));
    }
}
