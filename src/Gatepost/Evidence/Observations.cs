using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Evidence.Lists;

namespace Gatepost.Evidence;

/// <summary>What was found out for an <see cref="Inquiry"/>: the facts, and all that they were read from.</summary>
/// <param name="Inquiry">What was asked.</param>
/// <param name="Facts">The facts, in a fixed order; decisive ones are of the kinds in <see cref="FactKind"/>.</param>
public sealed record Observations(Inquiry Inquiry, IReadOnlyList<Fact> Facts)
{
    /// <summary>Nothing was asked.</summary>
    public static Observations None { get; } = new(new Inquiry(QuestionKind.None), []);

    /// <summary>The DNS of the recipient's domain.</summary>
    public DomainSurvey? Domain { get; init; }

    /// <summary>The MX hosts that any of the domain's name servers gives, by preference, then name.</summary>
    public IReadOnlyList<MailHost> MxHosts { get; init; } = [];

    /// <summary>The DNS of the sender's domain.</summary>
    public MailRouting? SenderDomain { get; init; }

    /// <summary>Dialogs with the domain's MX hosts, in the order of their preference, every address.</summary>
    public IReadOnlyList<DialogResult> MxDialogs { get; init; } = [];

    /// <summary>Dialogs with the server that refused.</summary>
    public IReadOnlyList<DialogResult> RefuserDialogs { get; init; } = [];

    /// <summary>Dialogs that only looked at ports 465 and 587.</summary>
    public IReadOnlyList<DialogResult> PortDialogs { get; init; } = [];

    /// <summary>The client's name.</summary>
    public ClientNameSurvey? Client { get; init; }

    /// <summary>What block lists say of the client.</summary>
    public IReadOnlyList<Listing> Listings { get; init; } = [];

    /// <summary>False where the time ran out before everything was answered.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }
}
