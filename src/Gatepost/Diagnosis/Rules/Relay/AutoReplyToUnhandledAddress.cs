using Gatepost.Evidence;

namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP121: an automatic reply went to a return path whose domain takes no mail.</summary>
internal sealed class AutoReplyToUnhandledAddress : CauseRule
{
    public override Cause Cause { get; } = new("GP121", "auto-reply-to-unhandled-address",
        "Automatic reply to a bounce address that nobody handles", Side.Neither, Owner.Platform)
    {
        Why = "The message that was refused is itself an automatic reply, such as a vacation notice. It went, as it should, to the return path of the mail that it answers, and the platform that sent that mail does not take mail there. The mail that was answered had been delivered.",
        Plain = "This is not about a message that a person wrote. An automatic reply, such as a vacation notice, was sent back to the technical return address {recipient} of a newsletter or notification, and nobody receives mail there.",
        Fixes =
        [
            new Fix(Owner.Platform,
            [
                "Receive mail for the domain of the return path (MX record and server), for every address that is put into MAIL FROM.",
                "Drop automatic replies there quietly (RFC 3834: Auto-Submitted: auto-replied); do not count them as bounces.",
            ]),
            new Fix(Owner.Sender, ["There is nothing to do: the mail that was answered had arrived."]),
        ],
        DoNot =
        [
            "Do not unsubscribe the person whose program replied: they received the mail.",
            "Do not count this as a bounce of the original mail.",
        ],
        Decides = "Does the domain of the return path have an MX record that leads to a server which takes mail for it?",
        References = ["RFC 3834 sections 2 and 4", "RFC 5321 section 4.4 and 4.5.5"],
    };

    internal override Claim? Consider(Case c)
    {
        if (c.Reason is not (Reason.NoRelaying or Reason.UserUnknown or Reason.NotAccept or Reason.HostUnknown or Reason.Rejected or Reason.Filtered or Reason.Suspend))
            return null;
        var original = c.Refusal.Original;
        var marked = original?.AutoSubmitted?.StartsWith("auto-replied", StringComparison.Ordinal) == true || original?.AutoReplyHint is not null;
        var nullSender = original?.ReturnPath is { Length: 0 } || c.Refusal.Sender is { Length: 0 };
        if (!marked && !nullSender) return null;
        var bounceAddress = BounceAddresses.IsOne(c.Refusal.Recipient);
        if (!marked && !bounceAddress) return null;
        if (c.Reason != Reason.NoRelaying && !bounceAddress) return null;
        List<Fact> facts = [];
        if (original?.AutoSubmitted is { } auto && marked)
            facts.Add(Facts.Message("message.auto-submitted", auto, $"the refused message is an automatic reply (Auto-Submitted: {auto})", Cause.Id));
        else if (original?.AutoReplyHint is { } hint)
            facts.Add(Facts.Message("message.auto-reply", hint, $"the refused message is an automatic reply ({hint})", Cause.Id));
        if (nullSender) facts.Add(Facts.Message("message.null-sender", "<>", "it was sent with the null sender, as automatic replies are", Cause.Id));
        if (bounceAddress)
            facts.Add(Facts.Address(c.Refusal.Recipient!, "its recipient looks like a bounce address, made by a program for one mailing", Cause.Id));
        if (c.WantsFacts) facts.AddRange(c.Known.For(Cause.Id, FactKind.MailRoute, FactKind.MxAnswers));
        var sure = marked && bounceAddress;
        return new Claim(sure ? Confidence.High : Confidence.Medium,
            sure ? "the refused message calls itself an automatic reply, and its recipient is a bounce address"
                : marked ? "the refused message calls itself an automatic reply; its recipient does not look like a bounce address"
                : "a null sender and a bounce address speak for an automatic reply; the message itself did not come back")
        { Facts = facts };
    }
}
