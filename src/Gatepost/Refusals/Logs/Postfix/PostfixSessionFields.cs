namespace Gatepost.Refusals.Logs.Postfix;

/// <summary>
/// The fields behind a refusal: <c>; from=&lt;s&gt; to=&lt;r&gt; proto=P helo=&lt;h&gt; sasl_method=M sasl_username=U sasl_sender=S</c>,
/// any of them missing, postscreen's with commas. The reply before them may have semicolons, and the client chose what
/// stands in <c>from</c>, <c>to</c> and <c>helo</c>: the fields begin at the first semicolon behind which nothing but
/// fields in their order stands, up to the end of the line.
/// </summary>
internal readonly ref struct PostfixSessionFields
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly Range _sender;
    private readonly Range _recipient;
    private readonly Range _helo;
    private readonly Range _login;

    private PostfixSessionFields(ReadOnlySpan<byte> text, int replyLength, Found found)
    {
        _text = text;
        ReplyLength = replyLength;
        IsPresent = found.Count > 0;
        HasSender = found.HasSender;
        IsAuthenticated = found.HasSasl;
        (_sender, _recipient, _helo, _login) = (found.Sender, found.Recipient, found.Helo, found.Login);
    }

    /// <summary>Where the reply before the fields ends.</summary>
    public int ReplyLength { get; }

    public bool IsPresent { get; }

    public bool HasSender { get; }

    public bool IsAuthenticated { get; }

    public ReadOnlySpan<byte> Sender => _text[_sender];

    public ReadOnlySpan<byte> Recipient => _text[_recipient];

    public ReadOnlySpan<byte> Helo => _text[_helo];

    public ReadOnlySpan<byte> Login => _text[_login];

    /// <summary>Finds the fields at the end of <c>REPLY; FIELDS</c>.</summary>
    public static PostfixSessionFields AtEnd(ReadOnlySpan<byte> text)
    {
        // The object in the reply is the client's, too: "504 5.5.2 <a; from=<b>>: Helo command rejected".
        var open = text[..Math.Min(text.Length, 24)].IndexOf((byte)'<');
        var colon = open < 0 ? -1 : text.IndexOf(">: "u8);
        if (colon > 0 && TryFind(text, colon, out var found)) return found;
        return TryFind(text, 0, out found) ? found : new PostfixSessionFields(text, text.Length, default);
    }

    private static bool TryFind(ReadOnlySpan<byte> text, int from, out PostfixSessionFields fields)
    {
        fields = default;
        for (var tries = 0; tries < 64;)
        {
            var at = text[from..].IndexOf("; "u8);
            if (at < 0) break;
            at += from;
            from = at + 2;
            if (!IsFieldName(text[from..]) && !text[from..].StartsWith("from=<"u8)) continue;
            tries++;
            if (!TryRead(text, from, text.Length, out var found)) continue;
            fields = new PostfixSessionFields(text, at, found);
            return true;
        }

        return false;
    }

    /// <summary>Finds the last fields in <c>…; FIELDS: TEXT</c>.</summary>
    public static PostfixSessionFields BeforeText(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> after)
    {
        var at = text.LastIndexOf("; from=<"u8);
        if (at < 0) at = text.LastIndexOf("; "u8);
        var helo = at < 0 ? -1 : text[at..].IndexOf("helo=<"u8);
        var end = at < 0 ? -1 : helo < 0 ? text[at..].IndexOf(": "u8) : helo + 1 + text[(at + helo)..].IndexOf(">: "u8);
        if (end < 0 || helo >= 0 && end == helo || !TryRead(text, at + 2, at + end, out var found))
        {
            after = default;
            return default;
        }

        after = text[(at + end)..].TrimStart(": "u8);
        return new PostfixSessionFields(text, at, found);
    }

    private static bool TryRead(ReadOnlySpan<byte> text, int at, int end, out Found found)
    {
        found = default;
        text = text[..end];
        if (TryBracketed(text, ref at, "from=<"u8, ref found.Sender, ref found.Count)) found.HasSender = true;
        TryBracketed(text, ref at, "to=<"u8, ref found.Recipient, ref found.Count);
        if (text[at..].StartsWith("proto="u8))
        {
            var length = text[at..].IndexOf((byte)' ');
            at = length < 0 ? end : at + length + 1;
            found.Count++;
        }

        if (text[at..].StartsWith("helo=<"u8)) ReadHelo(text, ref at, ref found);
        if (text[at..].StartsWith("sasl_"u8)) ReadSasl(text, ref at, ref found);
        return found.Count > 0 && at >= end;
    }

    /// <summary>A value ends before the next field's name, or with the line.</summary>
    private static bool TryBracketed(ReadOnlySpan<byte> text, ref int at, ReadOnlySpan<byte> name, ref Range value, ref int count)
    {
        if (!text[at..].StartsWith(name)) return false;
        var start = at + name.Length;
        for (var i = start; ; i++)
        {
            var next = text[i..].IndexOf((byte)'>');
            if (next < 0) { value = start..text.Length; at = text.Length; break; }
            i += next;
            var after = i + 1;
            if (after < text.Length && text[after] == ',') after++;
            if (after < text.Length && text[after] != ' ') continue;
            if (after < text.Length && !IsFieldName(text[(after + 1)..]))
            {
                // Only a quoted local part has blanks.
                if (text[start] == '"') continue;
                return false;
            }

            value = start..i;
            at = Math.Min(after + 1, text.Length);
            break;
        }

        count++;
        return true;
    }

    private static void ReadHelo(ReadOnlySpan<byte> text, ref int at, ref Found found)
    {
        var start = at + "helo=<"u8.Length;
        found.Count++;
        // A line that ends in ">" has no login behind it, whatever the client put into its name.
        var end = text[^1] == '>' ? -1 : text[start..].LastIndexOf("> sasl_method="u8);
        if (end < 0 && text[^1] != '>') end = text[start..].LastIndexOf("> sasl_"u8);
        if (end < 0)
        {
            found.Helo = start..(text[^1] == '>' && text.Length > start ? text.Length - 1 : text.Length);
            at = text.Length;
            return;
        }

        found.Helo = start..(start + end);
        at = start + end + 2;
    }

    private static void ReadSasl(ReadOnlySpan<byte> text, ref int at, ref Found found)
    {
        found.Count++;
        found.HasSasl = true;
        if (text[at..].IndexOf("sasl_username="u8) is var name and >= 0)
        {
            var start = at + name + "sasl_username="u8.Length;
            var end = text[start..].LastIndexOf(" sasl_sender="u8);
            found.Login = start..(end < 0 ? text.Length : start + end);
        }

        at = text.Length;
    }

    private static bool IsFieldName(ReadOnlySpan<byte> text) =>
        text.StartsWith("to=<"u8) || text.StartsWith("proto="u8) || text.StartsWith("helo=<"u8) || text.StartsWith("sasl_"u8);

    private ref struct Found
    {
        public Range Sender;
        public Range Recipient;
        public Range Helo;
        public Range Login;
        public bool HasSender;
        public bool HasSasl;
        public int Count;
    }
}
