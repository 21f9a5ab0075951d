using System.Collections.Immutable;
using System.Text;

namespace Gatepost.Mta.Exim.Expansions;

/// <summary>Expansions one after the other.</summary>
internal sealed class Concatenation(ImmutableArray<Expansion> parts) : Expansion
{
    private const int Longest = 1 << 16;

    public override AttemptPart? Part => IsRecipient() ? AttemptPart.Recipient with { Get = static s => $"{AttemptPart.LocalPart.Get(s)}@{s.Recipient.Domain}", IsLower = true } : null;

    public override bool IsOutside { get; } = parts.Any(static p => p.IsOutside);

    public override bool MayFail { get; } = parts.Any(static p => p.MayFail);

    public override bool UsesScope { get; } = parts.Any(static p => p.UsesScope);

    public override bool UsesVariables { get; } = parts.Any(static p => p.UsesVariables);

    public override Expanded Expand(Scope scope)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            var expanded = part.Expand(scope);
            if (!expanded.IsText) return expanded;
            text.Append(expanded.Text);
            if (text.Length > Longest) return Expanded.Failed;
        }

        return Expanded.Of(text.ToString());
    }

    protected override Choices<Expanded>? Folded()
    {
        Choices<Expanded>? all = Choices.Of(Expanded.Of(""));
        foreach (var part in parts)
        {
            if (all is null || part.Fold() is not { } choices) return null;
            all = all.SelectMany(before => before.IsText ? choices.Select(next => Joined(before, next)) : Choices.Of(before));
        }

        return all;
    }

    private static Expanded Joined(Expanded before, Expanded next) =>
        !next.IsText ? next : before.Text.Length + next.Text.Length > Longest ? Expanded.Failed : Expanded.Of(before.Text + next.Text);

    private bool IsRecipient() => parts is [{ Part.Name: "local_part" }, { Constant: "@" }, { Part.Name: "domain" }];
}
