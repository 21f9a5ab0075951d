using System.Globalization;
using Gatepost.Smtp;

namespace Gatepost.Relay.Questions;

/// <summary>What an operator expects of a decision: <c>accept</c>, <c>accept local</c>, <c>relay</c>, <c>refuse</c>, <c>refuse 554 5.7.1</c>, <c>defer</c>, <c>closed</c>, <c>discard</c>.</summary>
public sealed record Expectation
{
    private static readonly string[] Words = ["accept", "relay", "refuse", "defer", "closed", "discard"];
    private static readonly string[] ClassWords = [.. Enum.GetValues<AddressClass>().Select(static c => DecisionLine.Word(c))];

    private Expectation()
    {
    }

    /// <summary>The first word.</summary>
    public required string Word { get; init; }

    /// <summary>The class that an accepted recipient is to have; null for any.</summary>
    public string? Class { get; private init; }

    /// <summary>The reply code that is expected; null for any.</summary>
    public int? Code { get; private init; }

    /// <summary>The enhanced code that is expected; null for any.</summary>
    public EnhancedStatus? Enhanced { get; private init; }

    /// <summary>Reads an expectation; false with the problem where it is none.</summary>
    public static bool TryParse(string text, out Expectation? read, out ParseProblem problem)
    {
        read = null;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || !Words.Contains(parts[0])) return Fail($"an expectation begins with {string.Join(", ", Words)}", 0, out problem);
        var made = new Expectation { Word = parts[0] };
        foreach (var part in parts[1..])
        {
            var at = text.IndexOf(part, parts[0].Length, StringComparison.Ordinal);
            if (made.Word == "accept" && ClassWords.Contains(part)) made = made with { Class = part };
            else if (made.Word is "refuse" or "defer" && part.Length == 3 && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var code)) made = made with { Code = code };
            else if (made.Word is "refuse" or "defer" && EnhancedStatus.TryParse(part, out var enhanced)) made = made with { Enhanced = enhanced };
            else
                return Fail(made.Word switch
                {
                    "accept" => $"{part} is no class: {string.Join(", ", ClassWords)}",
                    "refuse" or "defer" => $"{part} is neither a reply code nor an enhanced status code",
                    _ => $"nothing can follow {made.Word}",
                }, at, out problem);
        }

        read = made;
        problem = default;
        return true;
    }

    /// <summary>True where the decision is as expected. A decision that depends on the outside never is.</summary>
    public bool Holds(Decision decision) => Word switch
    {
        "accept" => decision.Kind == DecisionKind.Accept && !decision.IsDiscarded && (Class is null || Class == DecisionLine.Word(decision.Class)),
        "relay" => decision.IsRelayed,
        "refuse" => decision.Kind == DecisionKind.Refuse && HasReply(decision),
        "defer" => decision.Kind == DecisionKind.Defer && HasReply(decision),
        "discard" => decision.IsDiscarded,
        _ => decision.Kind == DecisionKind.Refuse && decision.Reply is null,
    };

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', new[] { Word, Class, Code?.ToString(CultureInfo.InvariantCulture), Enhanced?.ToString() }.Where(static s => s is not null));

    private bool HasReply(Decision decision) =>
        (Code is null || decision.Reply?.Code == Code) && (Enhanced is null || decision.Reply?.Enhanced == Enhanced);

    private static bool Fail(string message, int position, out ParseProblem problem)
    {
        problem = new ParseProblem(message, position);
        return false;
    }
}
