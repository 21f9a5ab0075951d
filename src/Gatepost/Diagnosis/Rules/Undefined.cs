namespace Gatepost.Diagnoses.Rules;

/// <summary>GP290: no rule knows the words.</summary>
internal sealed class Undefined : ReasonRule
{
    public override Reason Reason => Reason.Undefined;

    public override Cause Cause { get; } = new("GP290", "undefined", "Refused, in words that are not known", Side.Undetermined, Owner.Undetermined)
    {
        Why = "The report says that the message was not delivered. Neither its words nor its codes say why.",
        Plain = "Your message was not delivered, and the report does not say why.",
        Fixes = [new Fix(Owner.SendingAdmin, ["Look up the message in the log of the server that sent the report: the reply of the other server stands there."])],
        Decides = "What did the refusing server say? The log of the sending server has its reply.",
    };

    internal override bool HoldsWithoutWords(Case c) => true;
}
