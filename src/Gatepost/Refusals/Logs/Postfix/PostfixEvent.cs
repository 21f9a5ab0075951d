namespace Gatepost.Refusals.Logs.Postfix;

/// <summary>What a line tells of.</summary>
internal enum PostfixEventKind
{
    /// <summary>Something else than a refusal, or nothing that could be one.</summary>
    Other,
    /// <summary>A refusal.</summary>
    Refusal,
    /// <summary>It has a refusal's words and not its form.</summary>
    NotUnderstood,
}

/// <summary>A line's kind and, for a refusal, what its message says (source, time, host and queue id are the caller's).</summary>
internal readonly record struct PostfixEvent(PostfixEventKind Kind, Refusal? Refusal = null)
{
    public static PostfixEvent Other => default;

    public static PostfixEvent NotUnderstood => new(PostfixEventKind.NotUnderstood);

    /// <summary>Tries the forms in turn: the body's first bytes tell which it can be.</summary>
    public static PostfixEvent Read(in PostfixLine line, int textLength)
    {
        var body = line.Body;
        if (PostfixReject.Has(body)) return PostfixReject.Read(line, textLength);
        if (PostfixDelivery.Has(body)) return PostfixDelivery.Read(line, textLength);
        if (PostfixLogin.Has(body)) return PostfixLogin.Read(body, textLength);
        if (!line.QueueId.IsEmpty && PostfixRemoteText.IsRemote(body)) return PostfixDelivery.ReadNotFinal(body, textLength);
        return PostfixReject.IsOtherAction(body) || PostfixDelivery.IsWarning(body) || !SaysRefusal(body) ? Other : NotUnderstood;
    }

    /// <summary>The words that only refusals have.</summary>
    private static bool SaysRefusal(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf("reject: "u8) is var at and >= 0 && (at == 0 || body[at - 1] is (byte)' ' or (byte)'-')) return true;
        for (at = body.IndexOf("status="u8); at >= 0;)
        {
            var value = body[(at + 7)..];
            if (PostfixDelivery.IsFailure(value)) return true;
            var next = value.IndexOf("status="u8);
            at = next < 0 ? -1 : at + 7 + next;
        }

        return false;
    }
}
