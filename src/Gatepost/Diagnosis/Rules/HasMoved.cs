namespace Gatepost.Diagnoses.Rules;

/// <summary>GP209: the mailbox has moved.</summary>
internal sealed class HasMoved : ReasonRule
{
    public override Reason Reason => Reason.HasMoved;

    public override Cause Cause { get; } = new("GP209", "hasmoved", "The mailbox has moved", Side.Sender, Owner.Sender)
    {
        Why = "The server knows that the recipient was here and is no longer. It forwards nothing; sometimes the reply names the new address (reply code 551).",
        Plain = "{recipient} is no longer in use: the recipient has moved to another address.",
        Fixes =
        [
            new Fix(Owner.Sender, ["Look for a new address in the reply itself.", "Otherwise ask the recipient by another way for the new one, and correct the address book."]),
            new Fix(Owner.RecipientAdmin, ["Set a forward from the old address to the new one for some months."]),
        ],
        DoNot = ["Do not let a program follow the address in the reply unseen: anybody could have written it."],
        References = ["RFC 5321 section 3.4", "RFC 3463 X.1.6"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "(mailbox|user|recipient|account|address|destination mailbox|destination mailbox address|customer) ~ (moved|changed|been replaced|been moved|migrated)",
        "(recipient|user|mailbox|account|customer) ~ no longer (on server|on this server|here|at this address|with us|employed|a customer|at this company|works here|active here)",
        "no longer (works|employed) (here|at|for|with|by)",
        "has been replaced by",
        "not our (customer|user)>",
        "user not local .. (please |)try",
        "moved .. no forwarding address",
        "(new>|current|changed) ~ address (is|to)>",
        "(this|my>|the>|our>) ~ address has (changed|been changed|been discontinued)",
        "please (use>|update) .. new (email |e-mail |)address",
        "has left the (company|organization|organisation|university)",
        "no longer with the (company|organization|organisation|firm)",
        "neue (e-mail|email|mail|)( |-)adresse",
        "(nouvelle adresse|a quitté la société|a change d'adresse|a changé d'adresse)",
        "(ha cambiado de direccion|ha cambiado de dirección|ha cambiato indirizzo|nuovo indirizzo e)",
        "*アドレスが変更",
        "*メールアドレスを変更しました",
    ];

    public override IReadOnlyList<string> Unless => ["relay"];

    public override IReadOnlyList<string> Examples =>
    [
        "550 5.1.6 recipient no longer on server: pat@example.org",
        "551 not our customer",
        "551 not our user",
        "550 5.1.6 Destination mailbox has moved, No forwarding address",
        "550 5.1.6 pat@example.org has been replaced by pat@example.net",
        "550 5.1.1 Pat is no longer with the company",
        "550 This email address has changed, please use the web form",
        "551 5.1.6 User has moved; please try <pat@example.net>",
    ];

    public override IReadOnlyList<string> CounterExamples => ["550 5.1.1 User unknown"];

    internal override bool HoldsWithoutWords(Case c) => c.StatusIs(1, 6);
}
