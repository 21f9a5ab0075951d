namespace Gatepost.Smtp;

/// <summary>
/// Tells return paths that programs make from addresses of people, by the local part's form. A guess from spelling: it supports a
/// reading and proves nothing.
/// </summary>
/// <param name="Form">What kind it is.</param>
/// <param name="Embedded">The address that it encodes, where it does: the recipient (VERP) or the rewritten sender (SRS, prvs).</param>
public readonly record struct VerpAddress(VerpForm Form, string? Embedded)
{
    private static readonly string[] NoReplyNames =
    [
        "noreply", "no-reply", "no_reply", "no.reply", "donotreply", "do-not-reply", "do_not_reply", "do.not.reply", "dontreply",
        "nao-responda", "naoresponda", "no-responder", "noresponder", "ne-pas-repondre", "nepasrepondre", "keine-antwort", "nicht-antworten",
    ];

    private static readonly string[] BounceNames =
    [
        "bounce", "bounces", "return", "returns", "return-path", "returnpath", "mailer-daemon", "errors", "errors-to", "bnc", "ndr",
        "mail-bounce", "email-bounces", "undeliverable", "delivery-failure",
    ];

    /// <summary>Reads an address, bare or in angle brackets.</summary>
    public static VerpAddress Read(string? address)
    {
        var text = (address ?? "").Trim('<', '>');
        var at = text.LastIndexOf('@');
        var local = at < 0 ? text : text[..at];
        var domain = at < 0 ? "" : text[(at + 1)..];
        if (local.Length == 0) return default;
        var lower = local.ToLowerInvariant();
        if (lower.StartsWith("srs0", StringComparison.Ordinal) || lower.StartsWith("srs1", StringComparison.Ordinal))
            return ReadSrs(local) ?? ReadOther(local, lower, domain);
        if (lower.StartsWith("prvs=", StringComparison.Ordinal) || lower.StartsWith("btv1==", StringComparison.Ordinal))
            return new VerpAddress(VerpForm.Prvs, local.LastIndexOf('=') is var last and > 5 ? $"{local[(last + 1)..]}@{domain}" : null);
        return ReadOther(local, lower, domain);
    }

    private static VerpAddress ReadOther(string local, string lower, string domain)
    {
        if (NoReplyNames.Any(name => IsNamed(lower, name))) return new VerpAddress(VerpForm.NoReply, null);
        if (ReadVerp(local) is { } recipient) return new VerpAddress(VerpForm.Verp, recipient);
        var isBounce = BounceNames.Any(name => IsNamed(lower, name)) || lower.StartsWith("msprvs1=", StringComparison.Ordinal)
            || lower.StartsWith("owner-", StringComparison.Ordinal) || lower.EndsWith("-owner", StringComparison.Ordinal)
            || lower.EndsWith("-bounces", StringComparison.Ordinal) || lower.EndsWith("-bounce", StringComparison.Ordinal)
            || lower.EndsWith("-errors", StringComparison.Ordinal) || lower.Contains("-bounces+", StringComparison.Ordinal)
            || lower.Contains("-return-", StringComparison.Ordinal)
            || (lower.StartsWith("b-", StringComparison.Ordinal) && lower.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
            || IsIdentifier(lower) || IsBounceHost(domain);
        return new VerpAddress(isBounce ? VerpForm.Bounce : VerpForm.None, null);
    }

    // SRS0=hash=time=domain=local; SRS1=hash=forwarder==hash=time=domain=local; the first separator may be + or -.
    private static VerpAddress? ReadSrs(string local)
    {
        if (local.Length < 6 || local[4] is not ('=' or '+' or '-')) return null;
        var inner = local[5..];
        if (local[3] == '1' && inner.IndexOf("==", StringComparison.Ordinal) is var second and >= 0) inner = inner[(second + 2)..];
        var parts = inner.Split('=', 4);
        var embedded = parts.Length == 4 && DomainName.Parse(parts[2]) is not null ? $"{parts[3]}@{parts[2]}" : null;
        return new VerpAddress(VerpForm.Srs, embedded);
    }

    // list-bounces+user=example.com, bounces+123-ab12-user=example.com, list-return-7-user=example.com
    private static string? ReadVerp(string local)
    {
        var equals = local.LastIndexOf('=');
        if (equals <= 0 || DomainName.Parse(local[(equals + 1)..]) is not { IsSingleLabel: false }) return null;
        var left = local[..equals];
        var plus = left.IndexOf('+');
        var start = plus >= 0 ? plus + 1 : MarkerEnd(left);
        if (start <= 0) return null;
        while (left.IndexOf('-', start) is var dash and > 0 && IsTag(left.AsSpan(start, dash - start))) start = dash + 1;
        return start < left.Length ? $"{left[start..]}@{local[(equals + 1)..]}" : null;
    }

    private static int MarkerEnd(string left)
    {
        foreach (var marker in (ReadOnlySpan<string>)["bounces-", "bounce-", "return-", "returns-", "owner-", "b-", "verp-"])
        {
            var found = left.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
            if (found == 0 || (found > 0 && left[found - 1] is '-' or '.' or '_')) return found + marker.Length;
        }

        return left.LastIndexOf('-') + 1;
    }

    private static bool IsTag(ReadOnlySpan<char> part)
    {
        if (part.IndexOfAnyExceptInRange('0', '9') < 0) return true;
        foreach (var c in part)
            if (!char.IsAsciiHexDigit(c)) return false;
        return part.Length >= 4 && part.IndexOfAnyInRange('0', '9') >= 0;
    }

    private static bool IsNamed(string local, string name) =>
        local.StartsWith(name, StringComparison.Ordinal) && (local.Length == name.Length || local[name.Length] is '+' or '-' or '_' or '.' or '=');

    private static bool IsIdentifier(string local)
    {
        var (hex, digits) = (0, 0);
        foreach (var c in local)
        {
            if (char.IsAsciiDigit(c)) digits++;
            if (char.IsAsciiHexDigitLower(c)) hex++;
            else if (c is not ('-' or '.' or '_' or '=' or '+')) return false;
        }

        return hex >= 20 && digits >= 6;
    }

    private static bool IsBounceHost(string domain)
    {
        var dot = domain.IndexOf('.');
        var first = (dot < 0 ? "" : domain[..dot]).ToLowerInvariant();
        return first is "bounce" or "bounces" or "bnc" or "returnpath" or "return" or "returns" or "rp";
    }
}
