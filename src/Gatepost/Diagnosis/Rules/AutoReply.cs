namespace Gatepost.Diagnoses.Rules;

/// <summary>GP292: an automatic reply.</summary>
internal sealed class AutoReply : ReasonRule
{
    public static AutoReply Instance { get; } = new();

    public override Reason Reason => Reason.Vacation;

    public override Cause Cause { get; } = new("GP292", "automatic-reply", "Not a refusal: an automatic reply", Side.Neither, Owner.Nobody)
    {
        Why = "This is an automatic reply, such as a vacation notice (RFC 3834). The message was delivered, and a program answered.",
        Plain = "Your message was delivered. This is an automatic answer, such as a note that somebody is away.",
        Fixes = [new Fix(Owner.Nobody, ["There is nothing to do."])],
        DoNot = ["Do not count this as a bounce, and do not unsubscribe the recipient."],
        References = ["RFC 3834"],
    };
}
