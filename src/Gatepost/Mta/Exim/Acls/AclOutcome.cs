using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Acls;

/// <summary>The end of an ACL: how, with which words, and by which statement.</summary>
/// <param name="End">How.</param>
/// <param name="Message">The words to the client.</param>
/// <param name="Statement">The statement as written.</param>
/// <param name="Origin">Where the statement stands.</param>
internal sealed record AclOutcome(AclEnd End, EximMessage Message, string Statement, Origin Origin)
{
    /// <summary>True where a deferral says its message: one by the verb <c>defer</c> does.</summary>
    public bool ShowsMessage { get; init; }

    /// <summary>The verdict at a phase.</summary>
    public Verdict ToVerdict(EximPhase phase) => End switch
    {
        AclEnd.Accept => phase == EximPhase.Rcpt ? new Verdict.Accept() : Verdict.Permit.Instance,
        // Thrown away is a message, not a connection.
        AclEnd.Discard when phase == EximPhase.Rcpt => new Verdict.Accept(Discards: true),
        AclEnd.Discard when phase == EximPhase.Mail => Verdict.Permit.Instance,
        AclEnd.Deny or AclEnd.Drop => new Verdict.Refuse(Message.Reply("550", "Administrative prohibition")),
        AclEnd.Defer when ShowsMessage => new Verdict.Refuse(Message.Reply("451", Temporary)),
        AclEnd.Panic => GivesUp,
        AclEnd.Crash => new Verdict.Refuse(null),
        _ => TriesLater,
    };

    private const string Temporary = "Temporary local problem - please try later";

    /// <summary>The verdict where something is in error or cannot be told for now.</summary>
    public static Verdict TriesLater { get; } = new Verdict.Refuse(new EximReply($"451 {Temporary}"));

    /// <summary>The verdict where the server gives up.</summary>
    public static Verdict GivesUp { get; } = new Verdict.Refuse(new EximReply("421 Unexpected failure, please try later"));
}
