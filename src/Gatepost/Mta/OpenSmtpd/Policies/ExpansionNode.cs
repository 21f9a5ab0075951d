using Gatepost.Mta.OpenSmtpd.Model;

namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>A step of an expansion. Two steps are the same only where they are one instance.</summary>
internal sealed class ExpansionNode(AliasTarget target, ExpansionNode? parent, SmtpdAction? action)
{
    /// <summary>What is to be done.</summary>
    public AliasTarget Target { get; } = target;

    /// <summary>The action of the rule that led to it; null for the recipient.</summary>
    public SmtpdAction? Action { get; } = action;

    /// <summary>How many steps from the recipient.</summary>
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>True for a user whose own alias names the user, so that aliases are not asked again.</summary>
    public bool IsSameUser { get; } = target.Kind == AliasTargetKind.User && parent?.Target == target;

    /// <summary>The nearest address above it, by which equal steps are told apart.</summary>
    public ExpansionNode? Above { get; } = parent is { Target.Kind: AliasTargetKind.Address } ? parent : parent?.Above;
}
