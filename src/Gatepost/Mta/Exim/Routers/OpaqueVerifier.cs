using Gatepost.Mta.Exim.Acls;
using Gatepost.Mta.Exim.Expansions;
using Gatepost.Mta.Exim.Lists;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Routers;

/// <summary>Leaves it to the outside whether an address can be routed.</summary>
internal sealed class OpaqueVerifier : IAddressVerifier
{
    public Choices<AclResult> Verify(ExpansionContext context, bool isSender, IReadOnlyList<string> options, Origin origin)
    {
        var name = isSender ? "sender" : "recipient";
        context.World.Cover(origin, $"verify = {name}", Coverage.Conditional, "the routers decide");
        var opaque = Choices.If(new Opaque($"verify = {string.Join('/', [name, .. options])}", name, 1, origin) { MayFail = !options.Contains("defer_ok") }, AclResult.Of(Truth.Yes), new AclResult(Truth.No) { Left = EximMessage.Unknown });
        if (!isSender) return opaque;
        var isNull = new PartLeaf(AttemptPart.Sender, [new ExactMatcher("")], "<>", origin);
        return Choices.If(isNull, true, false).SelectMany(none => none ? Choices.Of(AclResult.Of(Truth.Yes)) : opaque)!;
    }
}
