using Gatepost.Mta.Exim.Acls;
using Gatepost.Mta.Exim.Expansions;
using Gatepost.Mta.Exim.Lists;
using Gatepost.Mta.Exim.Source;

namespace Gatepost.Mta.Exim.Routers;

/// <summary>What the drivers of routers do with an address (specification chapters 16 to 22).</summary>
internal static class RouterDrivers
{
    private static readonly RouteEnd s_taken = new(RouteStep.Taken);
    private static readonly RouteEnd s_declined = new(RouteStep.Declined);
    private static readonly RouteEnd s_deferred = new(RouteStep.Deferred);

    /// <summary>What a router does where it is asked; null where that is not known.</summary>
    public static Choices<RouteEnd>? Of(ExpansionContext context, RoutedAddress address, EximDriver router) => router.Driver switch
    {
        "accept" => Choices.Of(s_taken),
        "dnslookup" => Dns(address, router),
        "manualroute" => Manual(context, address, router),
        "redirect" => Redirect(context, address, router),
        "ipliteral" => Choices.If(new PartLeaf(address.DomainPart, [new PatternMatcher(Literal)], "address literals", router.Origin), s_taken, s_declined),
        _ => null,
    };

    private static Patterns.ConfigPattern Literal { get; } = Patterns.ConfigPatterns.TryPcre(@"^\[.*\]$", true, out var pattern, out _) ? pattern : throw new InvalidOperationException();

    // The domain has hosts, has none, or cannot be looked up for now.
    private static Choices<RouteEnd> Dns(RoutedAddress address, EximDriver router) =>
        Choices.If(new SubjectOpaque("dns MX", address.Domains, router.Origin) { MayFail = true }, s_taken, s_declined);

    private static Choices<RouteEnd>? Manual(ExpansionContext context, RoutedAddress address, EximDriver router)
    {
        if (router.Find("route_list") is not { } list || router.Find("route_data") is not null) return null;
        var cases = new List<Choice<RouteEnd>>();
        foreach (var item in EximText.Items(list.Value, ';'))
        {
            var at = 0;
            var pattern = EximText.Word(item, ref at);
            if (pattern.Contains('$', StringComparison.Ordinal)) return null;
            var hosts = item[at..].Trim();
            var matches = ListReader.ReadPlain(context, pattern, address.Domains, list.Origin, isOneItem: true).Where(static t => t == Truth.Yes);
            if (!IsAddresses(hosts)) cases.Add(new Choice<RouteEnd>(Logic.And(matches, new SubjectOpaque($"hosts {hosts} not found", address.Domains, list.Origin)), s_deferred));
            cases.Add(new Choice<RouteEnd>(matches, hosts.Length == 0 && router["transport"] is null ? s_declined : s_taken));
        }

        return Choices.First(cases, s_declined);
    }

    private static bool IsAddresses(string hosts) => hosts.Length > 0 && hosts.Split((char[])[' ', '\t'])[0] is var first && EximText.Items(first).TrueForAll(static h => EximAddress.TryParse(h.Trim('[', ']'), out _));

    private static Choices<RouteEnd>? Redirect(ExpansionContext context, RoutedAddress address, EximDriver router)
    {
        if (router.Find("data") is not { } data || context.Read(data.Value, data.Origin).Fold() is not { } texts) return null;
        var known = true;
        var ends = texts.Select(text =>
        {
            var end = Redirected(text, router);
            known &= end is not null;
            return end ?? s_deferred;
        });
        return known ? ends : null;
    }

    // One new address would be verified in its turn, which is not followed here.
    private static RouteEnd? Redirected(Expanded text, EximDriver router)
    {
        if (text.Kind == ExpandedKind.Forced) return s_declined;
        if (!text.IsText) return s_deferred;
        var data = text.Text.Trim();
        if (data.Length == 0) return s_declined;
        if (data.StartsWith(":fail:", StringComparison.Ordinal)) return router.Is("allow_fail") ? new RouteEnd(RouteStep.Failed, Words(data[6..])) : s_deferred;
        if (data.StartsWith(":defer:", StringComparison.Ordinal)) return router.Is("allow_defer") ? new RouteEnd(RouteStep.DeferredInWords, Words(data[7..])) : s_deferred;
        if (data.StartsWith(":blackhole:", StringComparison.Ordinal)) return router.Is("forbid_blackhole") ? s_deferred : s_taken;
        if (data.StartsWith(':') || data.StartsWith('#') || data.Contains('"', StringComparison.Ordinal)) return null;
        if (data.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 1 } several)
            return several.All(static a => a.Contains('@', StringComparison.Ordinal) && !a.Contains(' ', StringComparison.Ordinal)) && several.Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1 ? s_taken : null;
        return null;
    }

    private static EximMessage? Words(string text) => text.Trim() is { Length: > 0 } words ? new EximMessage(new Literal(words), null, false) : null;
}
