using System.Globalization;
using Gatepost.Relay;
using Gatepost.Smtp;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>What Sendmail makes of <c>$#error $@ 5.7.1 $: "550 text"</c>.</summary>
internal static class ErrorReply
{
    /// <summary>The reply to a text with or without a code in front.</summary>
    /// <param name="status">What stands after <c>$@</c>; null without.</param>
    /// <param name="text">What stands after <c>$:</c>.</param>
    /// <param name="place">Whose address goes before the text: <c>recipient</c>, <c>sender</c>; null for none.</param>
    public static ReplyText Of(string? status, string text, string? place) => Of(status, Tokens.Read(text).Tokens, place);

    /// <summary>The same, of tokens.</summary>
    public static ReplyText Of(string? status, IEnumerable<string> tokens, string? place)
    {
        var said = Tokens.Join(tokens, ' ', unquotes: true);
        if (said.Length < 4 || said[3] != ' ' || !int.TryParse(said.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return new ReplyText(553, EnhancedStatus.Create(5, 3, 0), Address(553, place) + said);
        if (code is < 400 or > 599) return new ReplyText(550, null, null);
        var rest = said[4..].TrimStart();
        var end = rest.IndexOf(' ', StringComparison.Ordinal);
        if (end > 0 && EnhancedStatus.TryParse(rest.AsSpan(0, end), out var own)) return new ReplyText(code, own, Address(code, place) + rest[(end + 1)..].TrimStart());
        var enhanced = status is not null && EnhancedStatus.TryParse(status, out var given) ? given : EnhancedStatus.Create(code / 100, 0, 0);
        return new ReplyText(code, enhanced, Address(code, place) + rest);
    }

    // Only these codes are given with the address.
    private static string Address(int code, string? place) => place is not null && code is (450 or 550 or 553) ? $"<{{{place}}}>... " : "";
}
