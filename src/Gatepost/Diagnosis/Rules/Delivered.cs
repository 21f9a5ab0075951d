namespace Gatepost.Diagnoses.Rules;

/// <summary>GP293: a positive delivery status notification.</summary>
internal sealed class Delivered : ReasonRule
{
    public static Delivered Instance { get; } = new();

    public override Reason Reason => Reason.Delivered;

    public override Cause Cause { get; } = new("GP293", "delivered", "Not a refusal: the message was delivered", Side.Neither, Owner.Nobody)
    {
        Why = "This is a positive delivery status notification (RFC 3464, action delivered, relayed or expanded): the message was taken.",
        Plain = "Your message was delivered. This notice only confirms it.",
        Fixes = [new Fix(Owner.Nobody, ["There is nothing to do."])],
        References = ["RFC 3464 section 2.3.3"],
    };
}
