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
}
