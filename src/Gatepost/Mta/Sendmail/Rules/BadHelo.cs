using System.Collections.Immutable;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>FEATURE(block_bad_helo): names that no stranger's server has.</summary>
internal static class BadHelo
{
    /// <summary>Its rules: without a HELO the client's own name counts.</summary>
    public static ImmutableArray<Rule> Rules(PolicyParts parts)
    {
        var origin = parts.Settings.FeatureOrigin("block_bad_helo");
        var reply = ReplyText.Of("550 5.7.1 <{recipient}>... bogus HELO name used: {helo}");
        Condition stranger = new AllOf([new Not(new HasLogin()), new Not(parts.ClientIsRelayed)]);
        var none = new SendmailLeaf("no HELO name", Dimension.Helo, 1, static s => Answer.Of(s.Attempt.Helo is not { } said || Used(said) is null), static _ => { });
        var name = new SendmailLeaf("bogus client name", Dimension.Name, 1, s => Answer.Of(PolicyParts.VerifiedName(s) is { } n && IsBogus(parts, n)), m => Marks.Domains(m, parts.Local));
        var helo = new SendmailLeaf("bogus HELO name", Dimension.Helo, 1, s => Answer.Of(s.Attempt.Helo is { } said && Used(said) is { } used && IsBogus(parts, used)), m => Marks.Domains(m, parts.Local));
        return
        [
            Rule.Of("block_bad_helo", new AllOf([stranger, helo]), new Verdict.Refuse(reply), origin),
            Rule.Of("block_bad_helo", new AllOf([stranger, none, name]), new Verdict.Refuse(reply with { Text = null }), origin),
        ];
    }

    // A name with other characters, where such are allowed at all, is forgotten; what follows a blank is cut off.
    private static string? Used(string said) => said.Split((char[])[' ', '\t'])[0] is var name && name.All(PolicyBuilder.IsHelo) ? name : null;

    private static bool IsBogus(PolicyParts parts, string helo)
    {
        if (parts.Local.Find(helo) is not null || parts.Local.Find($"[{helo}]") is not null) return true;
        if (helo.StartsWith("[IPv6:", StringComparison.OrdinalIgnoreCase)) return false;
        var inside = helo.Length > 2 ? helo.AsSpan(1, helo.Length - 2) : [];
        return !inside.Contains('.');
    }
}
