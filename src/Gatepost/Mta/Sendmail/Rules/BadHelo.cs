using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>FEATURE(block_bad_helo): names that no stranger's server has.</summary>
internal static class BadHelo
{
    /// <summary>The rule.</summary>
    public static Rule Rule(PolicyParts parts)
    {
        var helo = new SendmailLeaf("bogus HELO name", Dimension.Helo, 1, s => Answer.Of(IsBogus(parts, s.Attempt.Helo ?? "")), m => Marks.Domains(m, parts.Local));
        return Relay.Rule.Of("block_bad_helo", new AllOf([new Not(new HasLogin()), new Not(parts.ClientIsRelayed), helo]),
            new Verdict.Refuse(ReplyText.Of("550 5.7.1 <{recipient}>... bogus HELO name used: {helo}")), parts.Settings.FeatureOrigin("block_bad_helo"));
    }

    private static bool IsBogus(PolicyParts parts, string helo)
    {
        if (parts.Local.Find(helo) is not null || parts.Local.Find($"[{helo}]") is not null) return true;
        if (helo.StartsWith("[IPv6:", StringComparison.OrdinalIgnoreCase)) return false;
        var inside = helo.Length > 2 ? helo.AsSpan(1, helo.Length - 2) : [];
        return !inside.Contains('.');
    }
}
