using Gatepost.Evidence;
using Gatepost.Refusals;

namespace Gatepost.Diagnoses;

/// <summary>How the causes of the relay family stand to each other.</summary>
internal static class RelayKin
{
    /// <summary>True for causes that share relay's words or Sisimai's name for them without being relay denials.</summary>
    public static bool IsOnlyKin(string id) => id is "GP102" or "GP107" or "GP131" or "GP132" or "GP133" or "GP141";

    /// <summary>Causes that stay open beside a cause that is not sure.</summary>
    public static IReadOnlyList<string> Open(Case c, string id) => id switch
    {
        "GP190" => c.Known[FactKind.Refuser] switch
        {
            "mx" => ["GP111", "GP112"],
            "no-mx" => ["GP101", "GP103", "GP104"],
            _ => ["GP101", "GP104", "GP111", "GP112"],
        },
        "GP111" => c.Known.Is(FactKind.NameServers, "agree") ? ["GP112"] : ["GP112", "GP113"],
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

        if (cause.Id != "GP111" && c.Known.Of(FactKind.Refuser) is { Value: "no-mx" } noMx) Add("GP111", noMx.Says);
        else if (cause.Id != "GP111" && roles is { Role: HostRole.SendersOutgoing, Sureness: >= Confidence.Medium }) Add("GP111", roles.Because!);
        ByFact("GP112", FactKind.MxTie, "own");
        ByFact("GP113", FactKind.NameServers, "agree");
        ByFact("GP132", FactKind.Identity, "itself");
        if (c.Refusal.Reply.Text.Length > 0) Add("GP230", "the words are about relaying, not about the mailbox");
        if (c.Known.Of(FactKind.BlockLists) is { Value: "not-listed" } clean) Add("GP131", clean.Says);
        else if (!c.Known.Is(FactKind.BlockLists, "listed")) Add("GP131", "the words name no block list");
        return list;

        void ByFact(string id, string kind, string value)
        {
            if (cause.Id != id && c.Known.Of(kind) is { } fact && fact.Value == value) Add(id, fact.Says);
        }

        void Add(string id, string because)
        {
            if (book.CauseOf(id) is { } other) list.Add(new RuledOut(other, because));
        }
    }
}
