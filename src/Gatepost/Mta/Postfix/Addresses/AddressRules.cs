namespace Gatepost.Mta.Postfix.Addresses;

/// <summary>The parameters by which the rewriting service (trivial-rewrite) completes addresses and takes routes apart.</summary>
internal sealed record AddressRules
{
    public required string MyOrigin { get; init; }
    public required string MyDomain { get; init; }
    public required string MyHostName { get; init; }
    public required string EmptyAddressRecipient { get; init; }
    public bool AppendsAtMyOrigin { get; init; } = true;
    public bool AppendsDotMyDomain { get; init; }
    public bool SwapsBangPath { get; init; } = true;
    public bool AllowsPercentHack { get; init; } = true;
    public bool ResolvesDequoted { get; init; } = true;
    public bool ResolvesNullDomain { get; init; }
    public bool ResolvesNumericDomain { get; init; }
    public bool AllowsMinUser { get; init; }

    /// <summary>Reads them.</summary>
    public static AddressRules Of(PostfixSettings settings) => new()
    {
        MyOrigin = settings.Get("myorigin").Value,
        MyDomain = settings.Get("mydomain").Value,
        MyHostName = settings.Get("myhostname").Value,
        EmptyAddressRecipient = settings.Get("empty_address_recipient").Value is { Length: > 0 } set ? set : "MAILER-DAEMON",
        AppendsAtMyOrigin = settings.IsYes("append_at_myorigin"),
        AppendsDotMyDomain = settings.IsYes("append_dot_mydomain"),
        SwapsBangPath = settings.IsYes("swap_bangpath"),
        AllowsPercentHack = settings.IsYes("allow_percent_hack"),
        ResolvesDequoted = settings.IsYes("resolve_dequoted_address"),
        ResolvesNullDomain = settings.IsYes("resolve_null_domain"),
        ResolvesNumericDomain = settings.IsYes("resolve_numeric_domain"),
        AllowsMinUser = settings.IsYes("allow_min_user"),
    };
}
