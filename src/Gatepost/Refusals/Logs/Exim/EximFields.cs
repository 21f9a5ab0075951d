namespace Gatepost.Refusals.Logs.Exim;

/// <summary>
/// The fields of an Exim line, <c>H=name (helo) [ip]:port X=cipher F=&lt;sender&gt; A=auth:login R=router T=transport …</c>, in any
/// order and any of them missing. Reading stops at the colon before the text, or at the first word that is no field.
/// </summary>
internal ref struct EximFields
{
    private const int LongestValue = 1024;

    public string? HostName;
    public string? Helo;
    public string? Address;
    public int? Port;
    public string? Sender;
    public string? Authenticator;
    public string? Login;

    /// <summary>What follows the fields: after the colon (<see cref="IsText"/>), or from the first word that is no field.</summary>
    public ReadOnlySpan<char> Rest;

    /// <summary>The fields ended at a colon.</summary>
    public bool IsText;

    /// <param name="text">The line from its first field on.</param>
    /// <param name="skipsWords">Words that are no fields (<c>routing defer (-52)</c>) are passed over.</param>
    public static EximFields Read(ReadOnlySpan<char> text, bool skipsWords)
    {
        var fields = new EximFields();
        while (true)
        {
            text = text.TrimStart(' ');
            if (text.IsEmpty) return fields;
            if (text[0] == ':' && (text.Length == 1 || text[1] == ' ')) return fields.EndAt(text[1..]);
            var equals = KeyLength(text);
            if (equals == 0 && !skipsWords && !IsFlag(text))
            {
                fields.Rest = text;
                return fields;
            }

            var length = equals == 0 ? WordLength(text) : fields.Take(text[..equals], text[(equals + 1)..]) + equals + 1;
            var isLast = length > 0 && text[length - 1] == ':' && (length == text.Length || text[length] == ' ');
            text = text[length..];
            if (isLast || (!text.IsEmpty && text[0] == ':' && (text.Length == 1 || text[1] == ' '))) return fields.EndAt(text.TrimStart(':'));
        }
    }

    /// <summary>A host without its key: <c>name (helo) [ip]:port</c>. Gives its length.</summary>
    public int TakeHost(ReadOnlySpan<char> text)
    {
        var i = 0;
        if (text.Length > LongestValue) text = text[..LongestValue];
        if (i < text.Length && text[i] is not ('(' or '['))
        {
            var end = WordLength(text);
            if (end > 0 && text[end - 1] == ':' && (end == text.Length || text[end] == ' ')) end--;
            HostName = LogText.OrNull(text[..end]);
            i = Next(text, end);
        }

        if (i < text.Length && text[i] == '(')
        {
            var end = text[i..].IndexOf(") [");
            if (end < 0) end = text[i..].IndexOf(')');
            if (end < 0) return i;
            Helo = LogText.OrNull(text.Slice(i + 1, end - 1));
            i = Next(text, i + end + 1);
        }

        if (i >= text.Length || text[i] != '[') return Math.Min(i, text.Length);
        var close = text[i..].IndexOf(']');
        if (close < 0) return text.Length;
        Address = LogEndpoint.AddressOf(text.Slice(i + 1, close - 1));
        i += close + 1;
        if (i + 1 >= text.Length || text[i] != ':' || !char.IsAsciiDigit(text[i + 1])) return i;
        Port = LogEndpoint.PortOf(text[(i + 1)..]);
        for (i++; i < text.Length && char.IsAsciiDigit(text[i]);) i++;
        return i;
    }

    private EximFields EndAt(ReadOnlySpan<char> rest)
    {
        Rest = rest.Trim(' ');
        IsText = true;
        return this;
    }

    private int Take(ReadOnlySpan<char> key, ReadOnlySpan<char> value)
    {
        if (key is "H") return TakeHost(value);
        var length = ValueLength(value);
        var content = value[..length];
        if (length > 0 && content[^1] == ':' && (length == value.Length || value[length] == ' ')) content = content[..^1];
        if (key is "F" or "P" && (key is "F" || content.StartsWith('<'))) Sender = LogText.Bare(content);
        if (key is "A")
        {
            var colon = content.IndexOf(':');
            Authenticator = LogText.OrNull(colon < 0 ? content : content[..colon]);
            Login = colon < 0 ? null : LogText.OrNull(content[(colon + 1)..]);
        }

        return length;
    }

    private static int ValueLength(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty) return 0;
        var end = value[0] switch { '<' => LogText.PathEnd(value) + 1, '"' => QuotedLength(value), _ => 0 };
        return end + WordLength(value[end..]);
    }

    private static int QuotedLength(ReadOnlySpan<char> value)
    {
        var length = Math.Min(value.Length, LongestValue);
        for (var i = 1; i < length; i++)
        {
            if (value[i] == '\\') i++;
            else if (value[i] == '"') return i + 1;
        }

        return 0;
    }

    private static int WordLength(ReadOnlySpan<char> text) => text.IndexOf(' ') is var blank and >= 0 ? blank : text.Length;

    private static int Next(ReadOnlySpan<char> text, int i) =>
        i + 1 < text.Length && text[i] == ' ' && text[i + 1] is '(' or '[' ? i + 1 : i;

    private static int KeyLength(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length && i < 8 && char.IsAsciiLetterOrDigit(text[i])) i++;
        return i > 0 && i < text.Length && text[i] == '=' && char.IsAsciiLetterUpper(text[0]) ? i : 0;
    }

    /// <summary>Flags that stand alone: <c>DS K L TFO PRDR PRX</c>, <c>L*</c>.</summary>
    private static bool IsFlag(ReadOnlySpan<char> text)
    {
        var word = text[..WordLength(text)].TrimEnd('*');
        return word is "DS" or "K" or "L" or "TFO" or "PRDR" or "RTT" or "M8S" or "PROXY";
    }
}
