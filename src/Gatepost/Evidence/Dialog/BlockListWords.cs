namespace Gatepost.Evidence.Dialog;

/// <summary>Words by which a refusal names a block list: who is listed does not go on asking.</summary>
internal static class BlockListWords
{
    private static readonly string[] Words =
    [
        "spamhaus", "spamcop", "barracudacentral", "uceprotect", "mailspike", "psbl.surriel", "abuseat.org", "invaluement", "gbudb", "sorbs.net",
        "dnsbl", "rbl.", "block list", "blocklist", "blacklist", "black list", "denylist", "deny list",
    ];

    public static bool Occur(string text)
    {
        foreach (var word in Words)
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
