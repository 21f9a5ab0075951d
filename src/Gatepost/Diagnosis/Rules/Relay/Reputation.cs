using Gatepost.Evidence;

namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP131: a block list or reputation refusal in relay's words or with relay's code.</summary>
internal sealed class Reputation : CauseRule
{
    public override Cause Cause { get; } = new("GP131", "reputation",
        "The sending server is blocked, in words or with a code that sound like a relay denial", Side.Sender, Owner.SendingAdmin)
    {
        Why = "The refusal carries 5.7.1 or speaks of relaying, but its words are about the sending server: a block list, a missing reputation, a dynamic address. Logging in would not help.",
        Plain = "{server} does not take mail from the server that sent your message, because that server is on a block list or has a bad name.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin,
            [
                "Look up the sending address in the list that the reply names, and read there why it is listed.",
                "Stop the cause (a hijacked account, a form, a list without consent), then ask for removal.",
                "Send through the provider's outgoing server if the address is dynamic or shared.",
            ]),
        ],
        DoNot = ["Do not change your relay settings: the code is misleading here.", "Do not unsubscribe the recipient."],
        Decides = "Is the sending address on a block list, and with which return code?",
        References = ["RFC 5782", "RFC 6471", "RFC 3463 X.7.1"],
    };

    public override IReadOnlyList<string> Says => ["(relay|relaying|relays)"];

    internal override QuestionKind Asks(Case c) =>
        c.Refusal.ClientAddress is not null && c.Known.Of(FactKind.BlockLists) is null
        && ((c.Reason is Reason.Blocked or Reason.BadReputation && c.StatusIs(7, 1)) || (c.Reason == Reason.NoRelaying && c.Known.Is(FactKind.MxAnswers, "accept"))) ? QuestionKind.BlockLists : QuestionKind.None;

    internal override Claim? Consider(Case c)
    {
        if (c.Reason is Reason.Blocked or Reason.BadReputation && (c.StatusIs(7, 1) || c.Says(this)))
        {
            return new Claim(Confidence.High, "the words are about the sending server's address or reputation")
            {
                Facts = !c.WantsFacts ? [] :
                [
                    Facts.Words(c, c.By!, "the words are about the sending server", Cause.Id),
                    Facts.Codes(c.Refusal, "the code is the one of relay denials, the words are not", Cause.Id),
                    .. c.Known.For(Cause.Id, FactKind.BlockLists),
                ],
            };
        }

        // The same recipient is taken from elsewhere: what was refused is the client, whatever the words.
        return c.Reason == Reason.NoRelaying && c.Known.Is(FactKind.Refuser, "mx") && c.Known.Is(FactKind.MxAnswers, "accept") && c.Known.Is(FactKind.BlockLists, "listed")
            ? new Claim(Confidence.Medium, "the MX takes this recipient from elsewhere, and the client is on a block list")
            {
                Facts = c.WantsFacts ? c.Known.For(Cause.Id, FactKind.BlockLists, FactKind.Refuser, FactKind.MxAnswers) : [],
            }
            : null;
    }
}
