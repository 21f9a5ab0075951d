using Gatepost.Diagnoses;
using Gatepost.Refusals;

namespace Gatepost.Reports;

internal sealed partial record ClientText
{
    public const string HeadingWhy = "Why";
    public const string HeadingWho = "Who can fix it";
    public const string HeadingSteps = "What to do";

    private static string HeadlineOf(Diagnosis d)
    {
        var to = Words.NotEmpty(d.Refusal.Recipient) is { } recipient ? " to " + Short(recipient) : "";
        return d.Refusal.Kind switch
        {
            RefusalKind.Delayed => $"Your message{to} is delayed. It has not arrived yet.",
            RefusalKind.Delivered => $"Your message{to} was delivered.",
            RefusalKind.Complaint => "A recipient reported your message as unwanted.",
            RefusalKind.AutoReply => $"Your message{to} was answered automatically.",
            _ when d.Cause.Id is "GP121" or "GP122" => $"An automatic reply{to} was not delivered.",
            _ => $"Your message{to} was not delivered.",
        };
    }

    private static string WhoOf(Diagnosis d, string domain) => d.Owner switch
    {
        Owner.Sender when !d.IsRelayDenial && d.Reason != Reason.SecurityError => "You, as the sender.",
        Owner.Sender => "You, or whoever set up your mail program. (Not the recipient.)",
        Owner.SendingAdmin => "Whoever runs your outgoing mail: your provider or IT department. (Not the recipient.)",
        Owner.RecipientAdmin => $"Whoever runs the mail server of {domain}. (Not you.)",
        Owner.RecipientDns => $"Whoever manages the domain name {(domain.Contains(' ') ? "of the recipient" : domain)}. (Not you.)",
        Owner.Platform => "Whoever sent the message that was answered automatically. (Not you.)",
        Owner.Network => "Whoever runs the network or internet connection in between. (Not the recipient.)",
        Owner.Nobody => "Nobody. There is nothing to repair.",
        _ => "That is not certain yet; your mail administrator can find out.",
    };

    private static string[] StepsFor(Diagnosis d) => d.Refusal.Kind == RefusalKind.Delayed
        ? ["Wait: the message will be tried again by itself.", HandOver(d.Owner)]
        : d.Owner switch
        {
            Owner.Nobody or Owner.Platform => ["You can ignore this notice."],
            Owner.Sender => ["Check the address and your mail program's settings.", "Send the message again."],
            Owner.Undetermined => [HandOver(d.Owner)],
            _ => [HandOver(d.Owner), "Send your message again once they say it works."],
        };

    private static string HandOver(Owner owner) => owner switch
    {
        Owner.RecipientAdmin or Owner.RecipientDns =>
            "Reach the recipient another way, such as by phone, and ask them to pass this text to their mail administrator.",
        Owner.Network => "Forward this text to your internet provider or IT department.",
        Owner.SendingAdmin => "Forward this text to whoever runs your outgoing mail.",
        Owner.Nobody or Owner.Platform => "You need not do anything.",
        _ => "Forward this text to your mail administrator.",
    };

    private static string ReassuranceOf(Diagnosis d) => d.Owner switch
    {
        Owner.RecipientAdmin or Owner.RecipientDns => "You did nothing wrong, and there is nothing to change at your end.",
        Owner.Platform => "Your own mail works; nothing of yours was lost.",
        Owner.Nobody => "You did nothing wrong.",
        _ when d.Refusal.Kind == RefusalKind.Delayed => "Nothing is lost.",
        _ => "Nothing is lost; the message was just not delivered.",
    };
}
