namespace Gatepost.RealServers.Differential.Postfix;

internal sealed partial class Generator
{
    private sealed record AccessResult(string Name, int Weight, params string[] Texts)
    {
        public string Feature => $"result {Name}";
    }

    private static readonly AccessResult[] s_results =
    [
        new("OK", 24, "OK", "ok", "Ok"), new("RELAY", 2, "RELAY"), new("digits", 2, "1", "12345", "0"), new("DUNNO", 8, "DUNNO", "dunno"),
        new("REJECT", 12, "REJECT", "reject", "REJECT go away", "REJECT 5.7.9 go away", "REJECT 4.7.9 not so", "REJECT 5.7.1"),
        new("DEFER", 3, "DEFER", "DEFER later", "DEFER 4.2.0 later"), new("4NN", 4, "450 later", "450 4.7.5 later", "421 4.3.2 closing", "450", "451 5.1.0 odd"),
        new("5NN", 5, "550 no", "550 5.7.8 no", "554", "521 5.7.1 closing", "550 4.1.1 odd", "599 x"), new("2NN", 1, "250 fine", "200 x", "350 go on"),
        new("DEFER_IF_PERMIT", 3, "DEFER_IF_PERMIT", "DEFER_IF_PERMIT wait", "DEFER_IF_PERMIT 4.7.3 wait", "defer_if_permit"),
        new("DEFER_IF_REJECT", 3, "DEFER_IF_REJECT", "DEFER_IF_REJECT wait", "DEFER_IF_REJECT 4.7.4 wait"),
        new("DISCARD", 2, "DISCARD", "DISCARD silently"), new("HOLD", 1, "HOLD", "HOLD for a look"), new("FILTER", 2, "FILTER smtp:[10.0.0.1]", "FILTER", "FILTER nothing"),
        new("REDIRECT", 1, "REDIRECT x@far.test", "REDIRECT nobody"), new("BCC", 1, "BCC x@far.test", "BCC x"), new("PREPEND", 2, "PREPEND X-A: b", "PREPEND", "PREPEND x"),
        new("INFO", 1, "INFO seen"), new("WARN", 1, "WARN seen"), new("restriction list", 6,
            "permit", "reject_unauth_destination", "permit_mynetworks", "permit_mynetworks, reject", "permit_auth_destination,reject", "reject_unlisted_recipient", "defer_if_permit", "permit_sasl_authenticated", "warn_if_reject reject", "reject_plaintext_session", "defer_unauth_destination", "permit_sasl_authenticated reject_unauth_destination"),
        new("class", 8), new("map in a result", 1, "check_sender_access texthash:/etc/postfix/t1"), new("unknown word", 1, "ALLOW", "no", "REJECTED", "OK yes", "x"),
    ];

    private string Result()
    {
        var result = _chance.Weighted(s_results, static r => r.Weight);
        if (result.Name == "class" && _classes.Count == 0) return "OK";
        Use(result.Feature);
        return result.Name == "class" ? _chance.One(_classes) : _chance.One(result.Texts);
    }
}
