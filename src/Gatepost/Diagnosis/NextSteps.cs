namespace Gatepost.Diagnoses;

/// <summary>Commands that find out more, with the names of the case. Only names made of harmless characters are put in.</summary>
internal static class NextSteps
{
    /// <summary>The commands for a cause.</summary>
    public static IReadOnlyList<string> For(Case c, Cause cause)
    {
        var domain = Harmless(c.Roles.RecipientDomain);
        var refuser = Harmless(c.Roles.Refuser);
        var list = new List<string>(2);
        switch (cause.Id)
        {
            case "GP190" or "GP111" or "GP112" or "GP113" or "GP114" or "GP115" or "GP116" or "GP121" when domain is not null:
                list.Add($"dig +short MX {domain}");
                if (cause.Id == "GP115") list.Add($"dig +trace MX {domain}");
                break;
            case "GP101" or "GP102" or "GP103" when refuser is not null:
                list.Add($"openssl s_client -starttls smtp -connect {refuser}:587");
                break;
            case "GP105" when Harmless(c.Refusal.ClientAddress) is { } client:
                list.Add($"dig +short -x {client}");
                break;
        }

        return list;
    }

    private static string? Harmless(string? name)
    {
        if (string.IsNullOrEmpty(name) || name.Length > 253 || name[0] is '-' or '.') return null;
        foreach (var ch in name)
            if (!char.IsAsciiLetterOrDigit(ch) && ch is not ('.' or '-' or ':' or '_')) return null;
        return name;
    }
}
