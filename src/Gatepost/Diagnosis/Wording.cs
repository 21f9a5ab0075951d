namespace Gatepost.Diagnoses;

/// <summary>Puts the names of a case into a cause's sentences.</summary>
internal static class Wording
{
    /// <summary>Replaces <c>{server}</c>, <c>{recipient}</c>, <c>{domain}</c> and <c>{sender}</c>; each has plain words for when it is not known.</summary>
    public static string Fill(string sentence, Case c)
    {
        if (!sentence.Contains('{')) return sentence;
        var roles = c.Roles;
        var filled = sentence
            .Replace("{server}", roles.Refuser ?? "the mail server", StringComparison.Ordinal)
            .Replace("{recipient}", c.Refusal.Recipient ?? "the recipient", StringComparison.Ordinal)
            .Replace("{domain}", roles.RecipientDomain ?? "the recipient's domain", StringComparison.Ordinal)
            .Replace("{sender}", string.IsNullOrEmpty(c.Refusal.Sender) ? "that was used" : c.Refusal.Sender, StringComparison.Ordinal);
        return char.IsAsciiLetterLower(filled[0]) && sentence[0] == '{' && roles.Refuser is null && sentence.StartsWith("{server}", StringComparison.Ordinal)
            ? "T" + filled[1..]
            : filled;
    }
}
