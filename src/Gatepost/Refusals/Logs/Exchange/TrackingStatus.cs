namespace Gatepost.Refusals.Logs.Exchange;

/// <summary>
/// The recipient-status of a message tracking event: a reply, or <c>[{LRT=time};{LED=reply};{FQDN=host};{IP=address}]</c> (last retry
/// time, last error details), one for each recipient with semicolons between; replies hold semicolons, too.
/// </summary>
internal readonly record struct TrackingStatus(string Text, string? Host, string? Address)
{
    /// <summary>The statuses of this many recipients; where they cannot be told apart each gets the whole.</summary>
    public static TrackingStatus[] Read(string value, int recipients)
    {
        var result = new TrackingStatus[recipients];
        var parts = recipients == 1 ? [value] : Split(value);
        if (parts.Count != recipients) Array.Fill(result, One(value));
        else for (var i = 0; i < recipients; i++) result[i] = One(parts[i]);
        return result;
    }

    private static TrackingStatus One(ReadOnlySpan<char> text)
    {
        var details = text.IndexOf("{LED=");
        if (details < 0) return new TrackingStatus(text.Trim().Trim('\'').ToString(), null, null);
        var rest = text[(details + 5)..];
        // The details may hold braces of their own: they end where the next field begins.
        var end = rest.IndexOf("};{");
        if (end < 0) end = rest.LastIndexOf('}');
        return new TrackingStatus(
            (end < 0 ? rest : rest[..end]).Trim().ToString(),
            LogText.OrNull(LogText.Between(text, "{FQDN=", "}")),
            LogEndpoint.AddressOf(LogText.Between(text, "{IP=", "}")));
    }

    private static List<string> Split(string value)
    {
        var parts = new List<string>();
        var depth = 0;
        var start = 0;
        var isStructured = value.TrimStart().StartsWith('[');
        for (var i = 0; i < value.Length && parts.Count < ReadLimits.Default.RefusalsPerDocument; i++)
        {
            var c = value[i];
            if (c == '[') depth++;
            else if (c == ']' && depth > 0) depth--;
            else if (c == ';' && (isStructured ? depth == 0 : StartsStatus(value.AsSpan(i + 1))))
            {
                parts.Add(value[start..i]);
                start = i + 1;
            }
        }

        parts.Add(value[start..]);
        return parts;
    }

    private static bool StartsStatus(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" '");
        return text.IsEmpty || text[0] == ';'
            || (text.Length > 3 && text[0] is '2' or '4' or '5' && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2]) && text[3] is ' ' or '-');
    }
}
