using Gatepost.Mta.Exim.Acls;
using Gatepost.Mta.Exim.Expansions;
using Gatepost.Mta.Exim.Lists;
using Gatepost.Mta.Exim.Source;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Routers;

/// <summary>
/// Verifies addresses by asking the routers in order, as far as the configuration alone decides: their preconditions, and the drivers accept, redirect,
/// manualroute to addresses and ipliteral. What the DNS, the system's users or other files decide is left open.
/// </summary>
internal sealed class RouterVerifier : IAddressVerifier
{
    private static readonly AclResult s_yes = AclResult.Of(Truth.Yes);

    public Choices<AclResult> Verify(ExpansionContext context, bool isSender, IReadOnlyList<string> options, Origin origin)
    {
        var address = new RoutedAddress(isSender);
        var known = options.All(static o => o is "defer_ok" or "no_details" or "success_on_redirect");
        var routed = known && context.World.Sections.Rewriting.Count == 0 ? Route(address.In(context), address) : null;
        if (routed is null)
        {
            context.World.Cover(origin, $"verify = {address.Name}", Coverage.Conditional, "more than the configuration decides whether it can be delivered");
            routed = Choices.If(new Opaque($"verify = {string.Join('/', [address.Name, .. options])}", address.Name, 1, origin) { MayFail = !options.Contains("defer_ok") }, s_yes, new AclResult(Truth.No) { Left = EximMessage.Unknown });
        }

        if (options.Contains("defer_ok")) routed = routed.Select(static r => r.Truth == Truth.Defer ? s_yes : r);
        if (!isSender) return routed;
        // The reply to a sender that fails begins with lines about it.
        routed = routed.Select(static r => r.Truth switch
        {
            Truth.No => new AclResult(Truth.No) { Left = EximMessage.Unknown },
            Truth.Defer => AclResult.Of(Truth.Defer),
            _ => r,
        });
        var isNull = new PartLeaf(AttemptPart.Sender, [new ExactMatcher("")], "<>", origin);
        return Choices.If(isNull, true, false).SelectMany(none => none ? Choices.Of(s_yes) : routed)!;
    }

    // From the last router to the first: what comes after each is known when it is reached.
    private static Choices<AclResult>? Route(ExpansionContext context, RoutedAddress address)
    {
        var routers = context.World.Sections.Routers;
        var rest = Choices.Of(Unrouteable(context, routers.Count > 0 ? routers[^1] : null));
        for (var i = routers.Count - 1; i >= 0; i--)
        {
            var router = routers[i];
            if (IsSkipped(router, address)) continue;
            if (RouterConditions.Of(context, address, router) is not { } conditions || RouterDrivers.Of(context, address, router) is not { } driver) return null;
            var after = rest;
            var more = router["more"] is null or "true" ? after : router["more"] is "false" ? Choices.Of(Unrouteable(context, router)) : null;
            if (more is null || router["pass_router"] is not null || router["redirect_router"] is not null) return null;
            var unseen = router.Is("unseen") && i < routers.Count - 1;
            var fails = router.Is(address.IsSender ? "fail_verify_sender" : "fail_verify_recipient") || router.Is("fail_verify");
            var result = conditions.SelectMany(truth => truth switch
            {
                Truth.Yes => driver.SelectMany(end => After(end, router, after, more, unseen, fails)),
                Truth.No => after,
                _ => Choices.Of(AclResult.Of(Truth.Defer)),
            });
            if (result is null) return null;
            rest = result;
        }

        return rest;
    }

    private static Choices<AclResult> After(RouteEnd end, EximDriver router, Choices<AclResult> next, Choices<AclResult> more, bool unseen, bool fails) => end.Step switch
    {
        RouteStep.Taken or RouteStep.Passed when fails => Choices.Of(Refused($"{router.Name} router forced verify failure")),
        RouteStep.Taken => unseen ? next : Choices.Of(s_yes),
        RouteStep.Passed => next,
        RouteStep.Declined => more,
        RouteStep.Failed => Choices.Of(new AclResult(Truth.No) { Left = end.Words ?? EximMessage.Unknown }),
        RouteStep.DeferredInWords => Choices.Of(new AclResult(Truth.Defer) { Left = end.Words, ShowsMessage = true }),
        _ => Choices.Of(AclResult.Of(Truth.Defer)),
    };

    private static bool IsSkipped(EximDriver router, RoutedAddress address) =>
        router["verify"] is "false" || router[address.IsSender ? "verify_sender" : "verify_recipient"] is "false";

    private static AclResult Unrouteable(ExpansionContext context, EximDriver? last) => last?.Find("cannot_route_message") is { } message
        ? new AclResult(Truth.No) { Left = new EximMessage(context.Read(message.Value, message.Origin), Said("Unrouteable address"), false) }
        : Refused("Unrouteable address");

    private static AclResult Refused(string words) => new(Truth.No) { Left = Said(words) };

    private static EximMessage Said(string words) => new(new Literal(words), null, false);
}
