namespace Gatepost.Relay.Proof.Diagrams;

/// <summary>
/// A function from the values of some variables to numbers, held by the <see cref="DiagramStore"/> that made it. Two functions of one store are the same
/// exactly where these are equal.
/// </summary>
/// <param name="Id">From 0 an inner node; below, a constant.</param>
internal readonly record struct Diagram(int Id)
{
    // -2 (unknown) is the least number a constant has; its id is -1.
    private const int Offset = 3;

    /// <summary>The empty set.</summary>
    public static Diagram Nothing => Constant(0);

    /// <summary>The set of everything.</summary>
    public static Diagram Everything => Constant(1);

    public bool IsConstant => Id < 0;

    /// <summary>The number of a constant.</summary>
    public int Value => -Offset - Id;

    public static Diagram Constant(int value) => new(-Offset - value);
}
