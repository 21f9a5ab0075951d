namespace Gatepost.Diagnoses.Rules;

/// <summary>GP291: a recipient's complaint.</summary>
internal sealed class Complaint : ReasonRule
{
    public static Complaint Instance { get; } = new();

    public override Reason Reason => Reason.Feedback;

    public override Cause Cause { get; } = new("GP291", "complaint", "Not a refusal: a recipient reported the message as unwanted", Side.Sender, Owner.Sender)
    {
        Why = "This is an abuse report (ARF, RFC 5965), sent by the recipient's provider because the recipient pressed \"this is spam\". The message was delivered.",
        Plain = "Your message was delivered, and the person who received it reported it as unwanted.",
        Fixes =
        [
            new Fix(Owner.Sender,
            [
                "Stop sending to this recipient.",
                "Find out how the address came to be on the list, and whether the way out of it (List-Unsubscribe) works in one click.",
            ]),
        ],
        DoNot = ["Do not ask the recipient to take the report back: they cannot."],
        References = ["RFC 5965", "RFC 8058"],
    };
}
