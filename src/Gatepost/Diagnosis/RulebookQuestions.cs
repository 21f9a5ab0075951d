using System.Net;
using Gatepost.Evidence;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Diagnoses;

/// <summary>What the rulebook would have to know to be sure of a refusal.</summary>
public static class RulebookQuestions
{
    /// <summary>
    /// The questions that are still open, with the names of the case; of kind <see cref="QuestionKind.None"/> where the diagnosis
    /// lacks nothing. Asked again with the answers, it names what they opened.
    /// </summary>
    /// <param name="book">The rules.</param>
    /// <param name="refusal">What was refused.</param>
    /// <param name="facts">What is known so far.</param>
    /// <param name="asked">Questions that were put already: they are not named again, whatever came of them.</param>
    public static Inquiry Ask(this Rulebook book, Refusal refusal, IReadOnlyList<Fact> facts, QuestionKind asked = QuestionKind.None)
    {
        var c = book.CaseOf(refusal, facts);
        c.By = book.FindReason(c);
        var open = QuestionKind.None;
        if (refusal.Kind is RefusalKind.Failed or RefusalKind.Delayed && !Verdict.IsSettled(book, c))
        {
            foreach (var rule in book.CauseRules) open |= rule.Asks(c);
        }

        return About(c, open & ~asked);
    }

    private static Inquiry About(Case c, QuestionKind questions)
    {
        var r = c.Refusal;
        return new Inquiry(questions)
        {
            Domain = DomainName.Parse(c.Roles.RecipientDomain)?.Ascii,
            Recipient = Mailbox.Parse(r.Recipient) is { Domain: not null } ? r.Recipient : null,
            SenderDomain = DomainName.Parse(c.Roles.SenderDomain)?.Ascii,
            Refuser = DomainName.Parse(r.RefusedByReporter ? r.ReportingMta : r.RemoteMta)?.Ascii,
            RefuserAddress = Address(r.RemoteAddress) ?? Address(r.RemoteMta),
            RefuserPort = r.RemotePort,
            Reporter = r.RefusedByReporter ? null : DomainName.Parse(r.ReportingMta)?.Ascii,
            Client = Address(r.ClientAddress),
            ClientHelo = r.Helo,
        };
    }

    private static IPAddress? Address(string? text) =>
        text is not null && IPAddress.TryParse(text.AsSpan().Trim("[]"), out var address) ? address : null;
}
