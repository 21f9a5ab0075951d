using Gatepost.Refusals;

namespace Gatepost.Diagnoses;

/// <summary>How the causes of the relay family stand to each other.</summary>
internal static class RelayKin
{
    /// <summary>True for causes that share relay's words or Sisimai's name for them without being relay denials.</summary>
    public static bool IsOnlyKin(string id) => id is "GP102" or "GP107" or "GP131" or "GP132" or "GP133" or "GP141";

    /// <summary>Causes that stay open beside a cause for as long as nobody has asked the DNS.</summary>
    public static IReadOnlyList<string> Open(string id) => id switch
    {
        "GP190" => ["GP101", "GP104", "GP111", "GP112"],
        "GP111" => ["GP112", "GP113"],
        _ => [],
    };

    /// <summary>What a reader might think of and what the facts speak against.</summary>
    public static IReadOnlyList<RuledOut> RuledOut(Rulebook book, Case c, Cause cause)
    {
        var list = new List<RuledOut>(4);
        var roles = c.Roles;
        if (cause.Id != "GP101")
        {
            if (cause.Id == "GP121") Add("GP101", "no person sent this message, so no mail program is set up wrongly");
            else if (c.Refusal.Auth == AuthState.Used) Add("GP101", c.Refusal.Login is { } login ? $"the client was logged in as {login}" : "the client was logged in");
            else if (roles is { Role: HostRole.RecipientsMx, Sureness: >= Confidence.Medium }) Add("GP101", roles.Because!);
        }

        if (cause.Id != "GP111" && roles is { Role: HostRole.SendersOutgoing, Sureness: >= Confidence.Medium }) Add("GP111", roles.Because!);
        Add("GP230", "the words are about relaying, not about the mailbox");
        Add("GP131", "the words name no block list");
        return list;

        void Add(string id, string because)
        {
            if (book.CauseOf(id) is { } other) list.Add(new RuledOut(other, because));
        }
    }
}
