namespace Gatepost.Refusals.Mail;

/// <summary>Walks the parts of a mail.</summary>
internal static class MailTexts
{
    /// <summary>The part and all in it, outer before inner.</summary>
    public static IEnumerable<MailPart> Walk(MailPart root, bool intoMessages)
    {
        var open = new Stack<MailPart>();
        open.Push(root);
        while (open.TryPop(out var part))
        {
            yield return part;
            if (part.Kind == MailPartKind.Message && !intoMessages && part != root) continue;
            for (var i = part.Parts.Count - 1; i >= 0; i--) open.Push(part.Parts[i]);
        }
    }

    /// <summary>The first part of this kind whose text is not blank, not inside a returned mail.</summary>
    public static MailPart? Find(MailPart root, MailPartKind kind)
    {
        if (root.Kind == kind) return string.IsNullOrWhiteSpace(root.Text.Value) ? null : root;
        if (root.Kind != MailPartKind.Multipart) return null;
        if (root.Parts.Count == 0) return kind == MailPartKind.Text && root.Body.Length > 0 ? root : null;
        foreach (var part in root.Parts)
            if (Find(part, kind) is { } found) return found;
        return null;
    }
}
