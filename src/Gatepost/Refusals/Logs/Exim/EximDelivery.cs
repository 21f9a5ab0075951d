namespace Gatepost.Refusals.Logs.Exim;

/// <summary>
/// A failed or deferred delivery: <c>** recipient[ &lt;original&gt;] fields: text</c>, <c>== recipient[ &lt;original&gt;] fields defer (n)[ H=…]: text</c>.
/// The recipient may be a pipe or a file; the address that led there follows in angle brackets.
/// </summary>
internal static class EximDelivery
{
    public static Refusal? Read(string line)
    {
        var isDeferred = line[0] == '=';
        var text = line.AsSpan(3).TrimStart(' ');
        var length = RecipientLength(text);
        if (length == 0) return null;
        var recipient = text[..length];
        text = text[length..];
        ReadOnlySpan<char> original = default;
        if (text.StartsWith(" <") && LogText.PathEnd(text[1..]) is var end and > 0)
        {
            original = text.Slice(2, end - 1);
            text = text[(end + 2)..];
        }

        var fields = EximFields.Read(text, skipsWords: true);
        var error = EximRemoteError.Read(fields.Rest);
        var isAddress = recipient.Contains('@') && recipient[0] is not ('|' or '/');
        return new Refusal
        {
            Format = InputFormat.Exim,
            Source = default,
            Kind = isDeferred ? RefusalKind.Delayed : RefusalKind.Failed,
            Reply = error.Reply,
            Recipient = isAddress || original.IsEmpty ? LogText.BareOrNull(recipient) : LogText.BareOrNull(original),
            OriginalRecipient = isAddress ? LogText.BareOrNull(original) : null,
            Sender = fields.Sender,
            Phase = error.Phase,
            Command = error.Command,
            RemoteMta = fields.HostName ?? error.Host.Name,
            RemoteAddress = fields.Address ?? error.Host.Address,
            RemotePort = fields.Port ?? error.Host.Port,
        };
    }

    private static int RecipientLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return 0;
        var i = 0;
        if (text[0] == '"')
        {
            for (i = 1; i < text.Length && text[i] != '"'; i++)
                if (text[i] == '\\') i++;
        }
        else if (text[0] is '|' or '/' or '>' or ':')
        {
            return PipeLength(text);
        }

        var blank = i < text.Length ? text[i..].IndexOf(' ') : -1;
        var end = blank < 0 ? text.Length : i + blank;
        return text[end - 1] == ':' ? end - 1 : end;
    }

    private static int PipeLength(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        foreach (var mark in (ReadOnlySpan<string>)[" <", " F=<", " P=<", " R=", " T=", ": "])
            if (text.IndexOf(mark) is var at and > 0 && at < end) end = at;
        return end;
    }
}
