namespace Gatepost.Relay;

/// <summary>The answer to a <see cref="Condition"/>.</summary>
/// <param name="Value">0 no, from 1 the case that holds, <see cref="FaultValue"/>, <see cref="UnknownValue"/>.</param>
public readonly record struct Answer(int Value)
{
    /// <summary>The value where something is broken and the server would say so (a map that is missing).</summary>
    public const int FaultValue = -1;

    /// <summary>The value where only something outside the configuration could tell.</summary>
    public const int UnknownValue = -2;

    /// <summary>No.</summary>
    public static Answer No => new(0);

    /// <summary>Yes, or the first case.</summary>
    public static Answer Yes => new(1);

    /// <summary>The entry that decided: the line of a map, the item of a list; null where the condition itself says it all.</summary>
    public Origin? At { get; init; }

    /// <summary>The key or pattern that decided, as written; null as above. On a fault: what is broken.</summary>
    public string? Key { get; init; }

    /// <summary>Where the answer is unknown: the condition that could not be answered.</summary>
    public Opaque? Asked { get; init; }

    /// <summary>True from 1.</summary>
    public bool IsYes => Value > 0;

    /// <summary>Something is broken.</summary>
    public bool IsFault => Value == FaultValue;

    /// <summary>Not known from the configuration.</summary>
    public bool IsUnknown => Value == UnknownValue;

    /// <summary>Something is broken: <paramref name="what"/>.</summary>
    public static Answer Fault(string what, Origin? at = null) => new(FaultValue) { Key = what, At = at };

    /// <summary>Yes or no.</summary>
    public static Answer Of(bool yes) => new(yes ? 1 : 0);
}
