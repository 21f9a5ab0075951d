using Gatepost.Evidence;
using Gatepost.Refusals;

namespace Gatepost.Diagnoses;

/// <summary>Facts that stand in the refusal itself.</summary>
internal static class Facts
{
    /// <summary>Words that a rule recognised.</summary>
    public static Fact Words(Case c, Rule rule, string says, params IReadOnlyList<string> supports)
    {
        var quote = c.Quote(rule);
        return new Fact("reply.text", c.Refusal.Recipient ?? "", quote, quote.Length == 0 ? says : $"{says}: \"{quote}\"",
            c.WordsAreTheReply ? "reply" : "report") { Supports = supports };
    }

    /// <summary>What the refusing host is to the message.</summary>
    public static Fact Role(Roles roles, params IReadOnlyList<string> supports) =>
        new("host.role", roles.Refuser ?? "", roles.Role == HostRole.RecipientsMx ? "recipient-side" : "sender-side",
            roles.Because ?? "", roles.Provenance) { Supports = supports };

    /// <summary>The client did not log in.</summary>
    public static Fact NotLoggedIn(Refusal refusal, params IReadOnlyList<string> supports) =>
        new("auth.state", refusal.RemoteMta ?? "", refusal.Auth == AuthState.OfferedNotUsed ? "offered-not-used" : "not-used",
            refusal.Auth == AuthState.OfferedNotUsed ? "the server offered AUTH and the client did not use it" : "the client did not log in",
            "session") { Supports = supports };

    /// <summary>The login failed.</summary>
    public static Fact LoginFailed(Refusal refusal, params IReadOnlyList<string> supports) =>
        new("auth.state", refusal.Login ?? "", "failed", "the refusal answered the client's login", "session") { Supports = supports };

    /// <summary>The reply code or status.</summary>
    public static Fact Codes(Refusal refusal, string says, params IReadOnlyList<string> supports) =>
        new("reply.code", refusal.Recipient ?? "", $"{refusal.Reply.Code} {refusal.Reply.Enhanced ?? refusal.ReportedStatus}".Trim(), says, "reply") { Supports = supports };

    /// <summary>Something about the message that was refused.</summary>
    public static Fact Message(string kind, string value, string says, params IReadOnlyList<string> supports) =>
        new(kind, "", value, says, "returned message") { Supports = supports };

    /// <summary>The form of an address.</summary>
    public static Fact Address(string address, string says, params IReadOnlyList<string> supports) =>
        new("address.form", address, address, says, "recipient") { Supports = supports };
}
