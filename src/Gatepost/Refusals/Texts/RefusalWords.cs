using System.Buffers;

namespace Gatepost.Refusals.Texts;

/// <summary>Words by which a line is known to speak of a refusal. They decide whether there is one, never which.</summary>
internal static class RefusalWords
{
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        [
            "denied", "deny", "refus", "reject", "relay", "unknown", "invalid", "unable", "cannot", "can't", "could not", "couldn't", "fail", "error",
            "block", "blacklist", "listed", "spam", "virus", "authenti", "full", "quota", "exceed", "too ", "disabled", "suspended", "unavailable",
            "prohibit", "permit", "allowed", "defer", "greylist", "graylist", "try again", "try later", "temporar", "doesn't", "don't", "does not", "do not",
            "is not", "not ", "no such", "no valid", "no mail", "violat", "policy", "forbidden", "undeliver", "timeout", "timed out", "must ", "require",
            "sorry", "bad ", "unauthor", "unsuccessful", "mailbox", "recipient", "sender", "rcpthosts", "inactive", "expired", "mismatch", "closed", "closing",
            "overload", "busy", "throttl", "rate limit", "shut", "not_", "gateway", "spf", "dkim", "dmarc", "ptr", "rdns", "syntax", "sequence", "tls",
            "no user", "nicht", "abgelehnt", "unbekannt", "refusé", "inconnu", "rechazad", "rifiutat",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Phrases = SearchValues.Create(
        [
            "relay access denied", "relaying denied", "relay denied", "relay not permitted", "relay not allowed", "relaying not allowed", "relaying is not",
            "relaying prohibited", "relaying to", "unable to relay", "not permitted to relay", "not allowed to relay", "isn't allowed to relay", "do not relay",
            "don't relay", "does not relay", "no relaying", "relay is not", "relay rejected", "rejected relay", "relay prohibited", "invalid credentials for relay", "required for relay", "not an open relay",
            "allowed rcpthosts", "not a gateway", "not local host", "don't handle mail for", "do not handle mail for", "not accepting email for",
            "recipient address rejected", "sender address rejected", "client host rejected", "helo command rejected", "recipient rejected", "sender rejected",
            "message rejected", "mail rejected", "access denied", "user unknown", "unknown user", "no such user", "user not found", "mailbox full", "over quota", "quota exceeded", "mailbox unavailable",
            "mailbox not found", "does not exist", "authentication required", "authentication failed", "authentication unsuccessful", "authentication is required",
            "authentication credentials invalid", "client was not authenticated", "must be authenticated", "not authenticated", "please authenticate", "blocked using", "greylisted", "host unknown", "invalid recipient",
            "specified domain is not allowed", "service unavailable", "service not available", "address rejected", "delivery not authorized", "message refused",
            "does not have permissions to send as", "not owned by user", "local user only",
            "connection timed out", "connection refused", "network is unreachable", "no route to host", "is blocked by", "port 25 is", "name service error",
            "domain not found", "host not found", "loops back to", "lost connection with", "timed out while", "too many hops", "message too large", "null mx", "nullmx",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>True where some word hints at a refusal: enough beside a reply code.</summary>
    public static bool HintIn(ReadOnlySpan<char> line) => line.ContainsAny(Hints);

    /// <summary>True where a phrase says so by itself: enough without a code.</summary>
    public static bool PhraseIn(ReadOnlySpan<char> line) => line.ContainsAny(Phrases);
}
