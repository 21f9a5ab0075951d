using Gatepost.Diagnoses;
using Gatepost.Refusals.Inputs;
using Gatepost.Reports;

namespace Gatepost.Cli.Explain;

/// <summary>What a worker made of one item of input; at most one of the three forms of answer is there.</summary>
/// <param name="Item">The item, for its problems, notes and place.</param>
/// <param name="Count">Refusals (and reports that are none) in it.</param>
internal readonly record struct Piece(ReadItem Item, int Count)
{
    /// <summary>The answer, written.</summary>
    public Pen? Written { get; init; }

    /// <summary>The diagnoses, where they are few enough to be told in full.</summary>
    public IReadOnlyList<Diagnosis> Few { get; init; } = [];

    /// <summary>The diagnoses, counted.</summary>
    public Overview? Counted { get; init; }

    /// <summary>Set where a defect of the program spoiled the item: its kind.</summary>
    public string? Defect { get; init; }
}
