namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP134: the address is written in a form that asks for relaying.</summary>
internal sealed class AddressFormRefused : CauseRule
{
    public override Cause Cause { get; } = new("GP134", "address-form",
        "The recipient's address is written in a form that asks for relaying", Side.Sender, Owner.Sender)
    {
        Why = "The recipient is a percent hack (user%example.org@relay), a bang path (relay!user), a source route (@relay:user@example.org) or an address literal. Such forms ask a server to pass mail on to a third, and servers refuse them whoever sends.",
        Plain = "The address {recipient} is written in an old form that mail servers no longer accept.",
        Fixes = [new Fix(Owner.Sender, ["Write the address in its plain form, name@domain.", "Send the message again."])],
        Decides = "What is the recipient's plain address?",
        References = ["RFC 5321 section 3.6.1 and appendix C", "RFC 1123 section 5.2.16"],
    };

    public override IReadOnlyList<string> Says =>
    [
        "(source rout|source-rout|routed address|routing address|explicit rout|uucp address|bang path|percent hack|percent-hack)",
        "(address|local part|localpart|recipient) .. (contains|with|containing) (a |an |) (percent|% |! |bang|exclamation|route)",
        "restricted characters in address",
        "(route|routing|routes) (in|of) address(es|) .. {denied}",
        "(address literal|domain literal|ip literal|numeric domain) .. {denied}",
    ];

    public override IReadOnlyList<string> Examples => ["553 5.1.3 source routing not allowed", "550 5.7.1 <pat%example.org@example.net>: routed addresses are not accepted"];

    internal override Claim? Consider(Case c)
    {
        var form = AddressForms.Of(c.Refusal.Recipient);
        if (c.Reason == Reason.NoRelaying && form is not null)
        {
            return new Claim(Confidence.High, "the recipient's address itself asks for relaying")
            {
                Facts = !c.WantsFacts ? [] : [Facts.Address(c.Refusal.Recipient!, $"the recipient is {form}", Cause.Id)],
            };
        }

        return c.Reason is not (Reason.UserUnknown or Reason.MailboxFull) && c.Says(this)
            ? new Claim(Confidence.Medium, "the words are about the form of the address")
            { Facts = !c.WantsFacts ? [] : [Facts.Words(c, this, "the words are about the form of the address", Cause.Id)] }
            : null;
    }
}
