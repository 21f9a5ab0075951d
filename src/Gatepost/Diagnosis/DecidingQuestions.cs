using Gatepost.Evidence;

namespace Gatepost.Diagnoses;

/// <summary>The questions whose answers would settle a relay denial that stays undetermined, the decisive one first.</summary>
internal static class DecidingQuestions
{
    /// <summary>The questions, with the names of the case.</summary>
    public static IReadOnlyList<string> For(Case c)
    {
        var roles = c.Roles;
        var domain = roles.RecipientDomain ?? "the recipient's domain";
        if (c.Refusal.RefusedByReporter)
        {
            return
            [
                $"Should {roles.Refuser ?? "this server"} take mail for {domain}? If it should, its configuration lacks the domain (GP111).",
                c.Refusal.ClientAddress is { } client
                    ? $"Is {client} a client of yours that should have logged in (GP101) or be allowed by address (GP104)? If it is a stranger, the refusal is right and nothing is to be done."
                    : "Is the client one of yours? If it is a stranger, the refusal is right and nothing is to be done.",
            ];
        }

        if (new MxEvidence(c.Known).RefuserIsMx) return AboutMx(c, domain);
        if (c.Known.Is(FactKind.Refuser, "no-mx"))
        {
            return
            [
                $"What is {roles.Refuser} to the sender? If it is the sender's outgoing server, does it offer a login (GP101), or relay for certain addresses only (GP104)? If it is not, the sender uses the wrong server (GP103).",
            ];
        }

        return roles.Refuser is { } refuser
            ?
            [
                $"Is {refuser} an MX of {domain}? If it is, the recipient's side must act (GP111); if it is the sender's outgoing server, the sender must log in (GP101).",
            ]
            :
            [
                $"Which server said this: the sender's own outgoing server, or an MX of {domain}? The first means that the sender must log in (GP101), the second that the recipient's side must act (GP111).",
                "Did the client log in?",
            ];
    }

    private static List<string> AboutMx(Case c, string domain)
    {
        var mx = new MxEvidence(c.Known);
        var list = new List<string>(3);
        if (mx.Answers is "accept")
            list.Add($"The MX hosts of {domain} take this recipient now, asked from here. Has it been mended since, or do they refuse just the sender's server?");
        else if (mx.Answers is null or "defer" or "unreachable")
            list.Add($"Do the MX hosts of {domain} refuse every recipient of the domain? They gave no verdict when they were asked from here.");
        if (mx.Tie is null or "none")
            list.Add($"Does the MX record of {domain} rightly name {c.Roles.Refuser}? If it does, its administrator must add the domain (GP111); if not, the record must be changed (GP112).");
        if (c.Known.Of(FactKind.NameServers) is null) list.Add($"Do all name servers of {domain} give the same MX records?");
        return list;
    }
}
