namespace Gatepost.Mta.Exim.Expansions;

/// <summary>A condition that only the outside answers: <c>ldapauth</c>, <c>queue_running</c> …</summary>
internal sealed class OutsideTest : Test
{
    public override bool IsOutside => true;

    public override Truth Decide(ref Scope scope) => Truth.Unknown;

    protected override Choices<Truth>? Compiled() => null;
}
