using Gatepost.Relay;
using Gatepost.Relay.Proof;

namespace Gatepost.Reports;

/// <summary>Kinds of changes in words.</summary>
internal static class MigrationWords
{
    /// <summary>True where mail is lost or strangers relay.</summary>
    public static bool IsGrave(PolicyChangeKind kind) => kind <= PolicyChangeKind.UsersRefused;

    /// <summary>In kebab-case, for JSON.</summary>
    public static string Of(PolicyChangeKind kind) => kind switch
    {
        PolicyChangeKind.StrangersRelay => "strangers-relay",
        PolicyChangeKind.OwnDomainRefused => "own-domain-refused",
        PolicyChangeKind.UsersRefused => "users-refused",
        PolicyChangeKind.UsersAccepted => "users-accepted",
        PolicyChangeKind.OwnDomainAccepted => "own-domain-accepted",
        PolicyChangeKind.StrangersStopped => "strangers-stopped",
        PolicyChangeKind.ClassChanged => "class-changed",
        PolicyChangeKind.DiscardChanged => "discard-changed",
        PolicyChangeKind.ReplyChanged => "reply-changed",
        _ => "phase-changed",
    };

    /// <summary>What the change means, for its example.</summary>
    public static string Text(PolicyChange change)
    {
        var domain = change.Attempt.RcptTo[(change.Attempt.RcptTo.LastIndexOf('@') + 1)..];
        return change.Kind switch
        {
            PolicyChangeKind.StrangersRelay => $"strangers could relay, to {domain} for one",
            PolicyChangeKind.OwnDomainRefused => $"mail from outside to {domain} would be refused",
            PolicyChangeKind.UsersRefused => $"{Who(change.Attempt)} could no longer send to {domain}",
            PolicyChangeKind.UsersAccepted => $"{Who(change.Attempt)} could send to {domain}",
            PolicyChangeKind.OwnDomainAccepted => $"mail from outside to {domain} would be taken",
            PolicyChangeKind.StrangersStopped => $"strangers could no longer relay, to {domain} for one",
            PolicyChangeKind.ClassChanged => $"{domain} would be another kind of domain",
            PolicyChangeKind.DiscardChanged => $"mail to {domain} would be {(change.After.IsDiscarded ? "thrown away" : "delivered instead of thrown away")}",
            PolicyChangeKind.ReplyChanged => $"{Who(change.Attempt)} would be refused otherwise",
            _ => $"{Who(change.Attempt)} would be refused at another command",
        };
    }

    /// <summary>The example in one line.</summary>
    public static string Example(Attempt attempt) =>
        $"client {DecisionWords.Client(attempt)}, {DecisionWords.Session(attempt)}, from {DecisionWords.Path(attempt.MailFrom)} to {DecisionWords.Path(attempt.RcptTo)}";

    private static string Who(Attempt attempt) => attempt.Login is { } login ? $"the login {login.User}" : $"clients such as {attempt.Client}";
}
