using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>Restrictions that look at nothing in particular.</summary>
internal static class General
{
    public static IEnumerable<KeyValuePair<string, Action<Restriction>>> All =>
    [
        new("permit", static r => r.Add(Always.Instance, r.Scope.Permit)),
        new("reject", static r => r.Add(Always.Instance, r.Refuse(r.Parts.Replies.Code("reject_code", 554), "5.7.1", $"{r.Refused}: Access denied"))),
        new("defer", static r => r.Add(Always.Instance, r.Refuse(r.Parts.Replies.Code("defer_code", 450), "4.3.2", $"{r.Refused}: Try again later"))),
        new("defer_if_permit", static r => r.Add(Always.Instance, r.DeferIfPermit(450, "4.7.0", $"{r.Refused}: defer_if_permit requested"))),
        new("defer_if_reject", static r => r.Add(Always.Instance, r.DeferIfReject(450, "4.7.0", $"{r.Refused}: defer_if_reject requested"))),
        new("sleep", Sleep),
        new("reject_plaintext_session", static r =>
            r.Add(r.Scope.Context.KnowsTls ? new Not(new HasTls()) : Always.Instance, r.Refuse(r.Parts.Replies.Code("plaintext_reject_code", 450), "4.7.1", "Session encryption is required"))),
        // A client that pipelines as it may is not refused, and one that does not is refused more.
        new("reject_unauth_pipelining", static _ => { }),
        // One recipient is no multi-recipient bounce.
        new("reject_multi_recipient_bounce", static _ => { }),
        new("check_etrn_access", static r => r.TableArgument()),
    ];

    private static void Sleep(Restriction restriction)
    {
        if (restriction.Argument() is { } seconds && seconds.All(char.IsAsciiDigit)) return;
        restriction.Mistake(ConfigProblemKind.BadValue, $"{restriction.Text}: sleep needs a number of seconds; whoever reaches it gets 451 4.3.5", "write sleep 1");
    }
}
