using Gatepost.Mta.Exim.Expansions;
using Gatepost.Mta.Exim.Source;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Lists;

/// <summary>Reads a list and what is matched against it into conditions (specification chapter 10).</summary>
internal static class ListReader
{
    private const int Deepest = 16;

    /// <summary>Reads a list that is expanded first.</summary>
    public static Choices<Truth> Read(ExpansionContext context, string list, ListSubject subject, Origin origin)
    {
        var expansion = context.Read(list, origin);
        if (expansion.Fold() is { } texts && texts.SelectMany(text => OfText(context, text, subject, origin)) is { } choices) return choices;
        if (expansion.IsOutside)
        {
            context.World.Cover(origin, list, Coverage.Conditional, "a list that only the outside knows");
            return Choices.If(new Opaque(list, subject.Shown, 1, origin) { MayFail = true }, Truth.Yes, Truth.No);
        }

        // The list is another for each attempt: it is read anew, and what in it would need a file is refused by Exim, too.
        var shown = expansion.UsesVariables ? $"{subject.Shown} at {origin}" : subject.Shown;
        return ComputedTest.Of(list, shown, origin, session => Decide(OfText(context, expansion.Expand(Scope.Of(session)), subject, origin), session), mayFail: true);
    }

    /// <summary>Reads a list whose text stands there unexpanded, as in <c>match_domain</c>.</summary>
    public static Choices<Truth> ReadPlain(ExpansionContext context, string list, ListSubject subject, Origin origin, bool isOneItem = false)
    {
        if (context.Depth > Deepest || !context.World.Budget.Take()) return Choices.Of(Truth.Defer);
        return new ListBuilder(context with { Depth = context.Depth + 1 }, subject, origin, list).Build(isOneItem ? [list] : EximText.Items(list));
    }

    /// <summary>What choices come to for one attempt.</summary>
    public static Truth Decide(Choices<Truth> choices, Session? session)
    {
        foreach (var (when, then) in choices.Cases)
        {
            if (session is null) return Truth.Unknown;
            var answer = when.Ask(session);
            if (answer.IsUnknown) return Truth.Unknown;
            if (answer.IsFault) return Truth.Defer;
            if (answer.IsYes) return then;
        }

        return choices.Otherwise;
    }

    private static Choices<Truth> OfText(ExpansionContext context, Expanded text, ListSubject subject, Origin origin) => text.Kind switch
    {
        ExpandedKind.Text => ReadPlain(context, text.Text, subject, origin),
        ExpandedKind.Forced => Choices.Of(Truth.No),
        ExpandedKind.Panic => Choices.Of(Truth.Panic),
        ExpandedKind.Unknown => Choices.Of(Truth.Unknown),
        _ => Choices.Of(Truth.Defer),
    };
}
