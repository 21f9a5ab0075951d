namespace Gatepost.Refusals.Inputs;

/// <summary>
/// The rules of Maildir (cr.yp.to/proto/maildir.html) and its folders (Maildir++): mails are the files in <c>cur</c> and
/// <c>new</c>; <c>tmp</c> holds unfinished deliveries; folders are hidden directories; all other files are bookkeeping.
/// </summary>
internal static class Maildir
{
    /// <summary>True for the listing of a Maildir: it has <c>cur</c> and <c>new</c>.</summary>
    public static bool Is(List<DirectoryListing.Entry> entries)
    {
        var cur = false;
        var @new = false;
        foreach (var entry in entries)
        {
            if (!entry.IsDirectory) continue;
            cur |= entry.Name == "cur";
            @new |= entry.Name == "new";
        }

        return cur && @new;
    }

    /// <summary>True for the entries of a Maildir that hold mail; a hidden directory only if it is a Maildir itself.</summary>
    public static bool IsRead(in DirectoryListing.Entry entry) => entry.IsDirectory && entry.Name != "tmp";
}
