using System.Collections.Immutable;
using Gatepost.Mta.Postfix.Matching;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>Restrictions by who the client has shown to be: a login, a certificate.</summary>
internal static class Identity
{
    public static IEnumerable<KeyValuePair<string, Action<Restriction>>> All =>
    [
        new("permit_sasl_authenticated", static r =>
        {
            if (r.LoggedIn is { } loggedIn) r.Add(loggedIn, r.Scope.Permit);
        }),
        new("permit_tls_all_clientcerts", static r =>
        {
            if (r.Scope.Context.KnowsTls) r.Add(new Certified(), r.Scope.Permit);
        }),
        new("permit_tls_clientcerts", PermitCertificates),
        new("check_ccert_access", static r =>
        {
            if (r.Scope.Context.KnowsTls) AccessTables.Check(r, AttemptText.Fingerprint, asksParents: false, "{certificate}", ReplyClass.Certificate);
            else r.TableArgument();
        }),
        new("check_sasl_access", CheckLogin),
        new("reject_authenticated_sender_login_mismatch", static r => RejectOwned(r, sparesUnknown: false)),
        new("reject_unauthenticated_sender_login_mismatch", RejectUnauthenticated),
        new("reject_sender_login_mismatch", static r =>
        {
            RejectOwned(r, sparesUnknown: false);
            RejectUnauthenticated(r);
        }),
        new("reject_known_sender_login_mismatch", static r =>
        {
            RejectOwned(r, sparesUnknown: true);
            RejectUnauthenticated(r);
        }),
    ];

    private static void PermitCertificates(Restriction restriction)
    {
        if (!restriction.Scope.Context.KnowsTls) return;
        foreach (var table in restriction.Maps("relay_clientcerts"))
        {
            Condition listed = table.Outside is { } outside
                ? new AllOf([new Certificate(), ListConditions.Asked(outside, AttemptText.Fingerprint)])
                : new NameTable(AttemptText.Fingerprint, table, false, asksParents: false, 1, static _ => 1);
            restriction.Add(listed, restriction.LookupFailure(), [restriction.Scope.Permit]);
        }
    }

    private static void CheckLogin(Restriction restriction)
    {
        if (restriction.LoggedIn is not null) AccessTables.Check(restriction, AttemptText.Login, asksParents: false, "{login}", ReplyClass.Login);
        else restriction.TableArgument();
    }

    // Logged in, and not an owner of the sender address.
    private static void RejectOwned(Restriction restriction, bool sparesUnknown)
    {
        if (!restriction.Parts.OffersLogin || !restriction.Scope.Context.KnowsSender) return;
        restriction.AskClasses(isSender: true, unless: new Not(new HasLogin()));
        var maps = restriction.Maps("smtpd_sender_login_maps");
        var refuse = restriction.Refuse(553, "5.7.1", "<{sender}>: Sender address rejected: not owned by user {login}");
        Condition mismatch = maps.FirstOrDefault(static m => m.Outside is not null) is { Outside: { } outside }
            ? new AllOf([new HasLogin(), new Not(Policy.AddressForm.IsNullSender),
                new PostfixOpaque(outside.Source, sparesUnknown ? "sender-login-known" : "sender-login", 1, outside.Origin, static s => $"{s.Attempt.Login?.User} {s.Sender.Address}") { MayFail = true }])
            : new Computed("smtpd_sender_login_maps", sparesUnknown ? "sender-login-known" : "sender-login", 1, restriction.Origin, s => Mismatch(restriction, maps, s, sparesUnknown));
        restriction.Add(mismatch, restriction.LookupFailure("{sender}"), [refuse]);
    }

    private static Answer Mismatch(Restriction restriction, ImmutableArray<PostfixTable> maps, Session session, bool sparesUnknown)
    {
        if (session.Attempt.Login is not { } login || session.Sender.Address.Length == 0) return Answer.No;
        var found = restriction.Parts.Keys.Find(maps, session.Sender, MailSearch.Map, out var result);
        if (found.IsFault) return found;
        if (!found.IsYes) return Answer.Of(!sparesUnknown);
        foreach (var owner in result.Value!.Split([',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
            if (owner.Equals(login.User, StringComparison.OrdinalIgnoreCase)) return Answer.No;
        return found;
    }

    // Not logged in, and the sender address has an owner.
    private static void RejectUnauthenticated(Restriction restriction)
    {
        if (!restriction.Parts.OffersLogin || !restriction.Scope.Context.KnowsSender) return;
        restriction.AskClasses(isSender: true, unless: new HasLogin());
        if (MailMaps.Listed("smtpd_sender_login_maps", isSender: true, restriction.Maps("smtpd_sender_login_maps"), restriction.Parts.Keys, restriction.Parts.Classes.Rules) is not { } owned) return;
        restriction.Add(new AllOf([new Not(new HasLogin()), new Not(Policy.AddressForm.IsNullSender), owned]), restriction.LookupFailure("{sender}"),
                [restriction.Refuse(553, "5.7.1", "<{sender}>: Sender address rejected: not logged in")]);
    }
}
