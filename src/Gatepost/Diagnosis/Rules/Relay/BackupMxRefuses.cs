using Gatepost.Evidence;

namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP116: a backup MX does not relay for the domain. Needs facts from SMTP.</summary>
internal sealed class BackupMxRefuses : CauseRule
{
    public override Cause Cause { get; } = new("GP116", "backup-mx-refuses",
        "A backup mail server of the domain does not take its mail", Side.Recipient, Owner.RecipientAdmin)
    {
        Why = "The domain's first MX takes its mail. One of lower priority, which is tried when the first does not answer, does not relay for the domain.",
        Plain = "The main mail server of {domain} did not answer, and its stand-in, {server}, is not set up for {domain}.",
        Fixes =
        [
            new Fix(Owner.RecipientAdmin,
            [
                "Add the domain to those that the backup server relays for (Postfix: relay_domains; Exim: relay_to_domains; Sendmail: relay-domains).",
                "If nobody looks after the backup, remove it from the MX record: senders queue and retry on their own.",
            ]),
            new Fix(Owner.Sender, ["Send the message again later: the main server is usually back by then."]),
        ],
        DoNot = ["Do not unsubscribe the recipient: the address is not at fault."],
        Decides = "Which of the domain's MX hosts take mail for it, and which refuse?",
        References = ["RFC 5321 section 5.1"],
    };

    internal override bool NeedsWordsOrFacts => true;

    internal override QuestionKind Asks(Case c) => new MxEvidence(c.Known).Open(c);

    internal override Claim? Consider(Case c)
    {
        var mx = new MxEvidence(c.Known);
        if (c.Reason != Reason.NoRelaying || !mx.RefuserIsMx || mx.NameServersDiffer || mx.IsDead || mx.Answers != "backup-refuses") return null;
        return mx.Tie switch
        {
            _ when !mx.IsDnsSound => new Claim(Confidence.Low, "whether the domain's name servers agree is not known"),
            "own" or "none" => new Claim(mx.IsSettled ? Confidence.High : Confidence.Medium,
                "the domain's first MX takes its mail, and the one that refuses comes after it") { Facts = mx.Facts(c, Cause.Id) },
            null => new Claim(Confidence.Low, "whether the MX that refuses is still the domain's is not known"),
            _ => null,
        };
    }
}
