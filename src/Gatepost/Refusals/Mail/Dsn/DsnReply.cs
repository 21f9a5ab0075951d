using Gatepost.Smtp;

namespace Gatepost.Refusals.Mail.Dsn;

/// <summary>Chooses the reply that says most among Diagnostic-Code, the human-readable text and the quoted dialog.</summary>
internal static class DsnReply
{
    /// <summary>The reply, and the exchange of the dialog that it was given in where that is known.</summary>
    public static (Reply Reply, DialogExchange? Exchange) Choose(
        ReadOnlySpan<byte> diagnostic, ReadOnlySpan<byte> type, RecipientWords words, QuotedDialog? dialog,
        string? recipient, bool isOnly, ReadLimits limits)
    {
        var said = IsExitCode(diagnostic, type) ? "" : LastReply(Text(diagnostic, limits));
        var exchange = dialog?.For(recipient, said.Length > 0 ? said : words.Reply, isOnly);
        var reply = said.Length > 0 ? Reply.Parse(said) : Reply.Empty;
        if (reply.Code is not null && reply.Text.Length > 0) return (reply, exchange);

        var quoted = words.Reply is { Length: > 0 } ? Reply.Parse(words.Reply) : Reply.Empty;
        if (IsBetter(quoted, reply)) reply = quoted;
        if (reply.Code is not null && reply.Text.Length > 0) return (reply, exchange);

        if (exchange is not null)
        {
            var spoken = Reply.Parse(exchange.Reply);
            if (IsBetter(spoken, reply)) reply = spoken;
        }
        else if (dialog is not null && Result(dialog, recipient, isOnly) is { } result && IsBetter(result, reply))
        {
            reply = result;
        }

        if (reply == Reply.Empty && diagnostic.Length > 0 && diagnostic.ContainsAnyExceptInRange((byte)'0', (byte)'9')) reply = Reply.Parse(said);
        return (reply, exchange);
    }

    /// <summary>A reply with a code is better than one without; with the same code the one that has words.</summary>
    private static bool IsBetter(Reply one, Reply other)
    {
        if (one.Code is null) return other.Code is null && other.Text.Length == 0 && one.Text.Length > 0;
        if (other.Code is null) return true;
        return other.Text.Length == 0 && one.Text.Length > 0;
    }

    /// <summary>A result that the reporter gives without a dialog: <c>550 5.1.2 &lt;a@b&gt;... Host unknown</c>.</summary>
    private static Reply? Result(QuotedDialog dialog, string? recipient, bool isOnly)
    {
        Reply? found = null;
        foreach (var line in dialog.Unattached.AsSpan().EnumerateLines())
        {
            if (line.Length < 5 || line[0] is not ('4' or '5') || !char.IsAsciiDigit(line[1]) || !char.IsAsciiDigit(line[2])) continue;
            var isNamed = recipient is not null && line.Contains(recipient, StringComparison.OrdinalIgnoreCase);
            if (isNamed || isOnly) found = Reply.Parse(line);
            if (isNamed) break;
        }

        return found;
    }

    /// <summary>The exit code of a program (<c>X-Unix; 77</c>) is no reply.</summary>
    private static bool IsExitCode(ReadOnlySpan<byte> diagnostic, ReadOnlySpan<byte> type) =>
        type.StartsWithIgnoreCase("x-unix"u8) && !diagnostic.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>
    /// Amazon gives up in its own words and quotes the last reply behind them: <c>554 4.4.7 Message expired: unable to
    /// deliver in 840 minutes.&lt;421 4.4.2 Connection timed out&gt;</c>.
    /// </summary>
    private static string LastReply(string said)
    {
        if (!said.EndsWith('>') || !said.Contains("Message expired", StringComparison.OrdinalIgnoreCase)) return said;
        var open = said.LastIndexOf('<');
        var inner = open < 0 ? default : said.AsSpan(open + 1, said.Length - open - 2);
        return inner.Length > 4 && inner[0] is '4' or '5' && char.IsAsciiDigit(inner[1]) && char.IsAsciiDigit(inner[2]) && inner[3] == ' '
            ? inner.ToString()
            : said;
    }

    private static string Text(ReadOnlySpan<byte> diagnostic, ReadLimits limits)
    {
        if (diagnostic.Length > limits.TextLength) diagnostic = diagnostic[..limits.TextLength];
        var text = diagnostic.IndexOf("=?"u8) < 0 ? Charsets.Decode(diagnostic, default) : EncodedWord.Decode(diagnostic);
        return text.Contains('\r') ? text.ReplaceLineEndings("\n") : text;
    }
}
