using System.Text;

namespace Gatepost.Refusals.Mail.Dsn;

/// <summary>
/// The SMTP dialog that Sendmail and its kin quote under "Transcript of session follows": lines with <c>&gt;&gt;&gt;</c> and
/// <c>&lt;&lt;&lt;</c>, "while talking to host", and the reporter's results between them.
/// </summary>
internal sealed class QuotedDialog
{
    private readonly List<DialogExchange> _exchanges = [];

    private QuotedDialog()
    {
    }

    /// <summary>The replies in order.</summary>
    public IReadOnlyList<DialogExchange> Exchanges => _exchanges;

    /// <summary>The reporter's lines that belong to no reply, joined by LF: results without a dialog.</summary>
    public string Unattached { get; private set; } = "";

    /// <summary>Reads the dialog in a text; null where there is none.</summary>
    public static QuotedDialog? Read(string text)
    {
        var start = text.AsSpan().IndexOfIgnoreCase("Transcript of session follows");
        if (start < 0) start = FirstMark(text);
        if (start < 0) return null;
        var dialog = new QuotedDialog();
        var reply = new StringBuilder();
        var result = new StringBuilder();
        string? host = null, command = null;
        var isFirst = true;
        foreach (var raw in text.AsSpan(start).EnumerateLines())
        {
            var line = raw.Trim();
            if (line.IsEmpty || (isFirst && line.EndsWith("-----")))
            {
                isFirst = false;
                continue;
            }

            isFirst = false;
            if (line.StartsWith("-----") || line.StartsWith("Reporting-MTA:")) break;
            if (line.StartsWith("<<<"))
            {
                if (result.Length > 0) Close();
                var said = line[3..].TrimStart();
                if (reply.Length > 0 && !IsContinued(reply, said)) Close();
                if (reply.Length > 0) reply.Append('\n');
                reply.Append(said);
            }
            else if (line.StartsWith(">>>"))
            {
                Close();
                command = line[3..].Trim().ToString();
            }
            else if (line.Contains("while talking to ", StringComparison.Ordinal))
            {
                Close();
                command = null;
                host = Host(line);
            }
            else
            {
                if (result.Length > 0) result.Append('\n');
                result.Append(line);
            }

            if (dialog._exchanges.Count > 500) break;
        }

        Close();
        return dialog;

        void Close()
        {
            if (reply.Length > 0) dialog._exchanges.Add(new DialogExchange(host, command, reply.ToString(), result.ToString()));
            else if (result.Length > 0) dialog.Unattached = dialog.Unattached.Length == 0 ? result.ToString() : $"{dialog.Unattached}\n{result}";
            reply.Clear();
            result.Clear();
        }
    }

    /// <summary>
    /// The exchange in which this recipient was refused: the one whose command or result names it, else the one that
    /// gave the reply quoted elsewhere, else (for the only recipient) the last refusal.
    /// </summary>
    public DialogExchange? For(string? recipient, string? quoted, bool isOnly)
    {
        DialogExchange? named = null, last = null;
        foreach (var exchange in _exchanges)
        {
            if (!exchange.IsRefusal) continue;
            last = exchange;
            if (quoted is { Length: > 3 } && Same(exchange.Reply, quoted)
                && (recipient is null || isOnly || Names(exchange, recipient))) return exchange;
            if (recipient is not null && Names(exchange, recipient)) named = exchange;
        }

        if (named is not null) return named;
        if (quoted is { Length: > 3 })
            foreach (var exchange in _exchanges)
                if (exchange.IsRefusal && Same(exchange.Reply, quoted)) return exchange;
        return isOnly ? last : null;
    }

    private static bool Names(DialogExchange exchange, string recipient) =>
        exchange.Command.AsSpan().ContainsIgnoreCase(recipient)
        || exchange.Result.AsSpan().ContainsIgnoreCase(recipient);

    private static bool Same(string reply, string quoted)
    {
        var end = reply.IndexOf('\n');
        var first = (end < 0 ? reply.AsSpan() : reply.AsSpan(0, end)).Trim();
        var length = Math.Min(Math.Min(first.Length, quoted.Length), 60);
        return length >= 3 && first[..length].Equals(quoted.AsSpan(0, length), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True where the reply so far ends in a line that announces another (<c>550-</c>), or the next has no code of its own.</summary>
    private static bool IsContinued(StringBuilder reply, ReadOnlySpan<char> next)
    {
        if (next.Length < 3 || !char.IsAsciiDigit(next[0]) || !char.IsAsciiDigit(next[1]) || !char.IsAsciiDigit(next[2])) return true;
        for (var i = 0; i < 3; i++)
            if (reply[i] != next[i]) return false;
        var lineStart = reply.Length;
        while (lineStart > 0 && reply[lineStart - 1] != '\n') lineStart--;
        return reply.Length > lineStart + 3 && reply[lineStart + 3] == '-';
    }

    private static int FirstMark(string text)
    {
        for (var at = text.IndexOf("<<< ", StringComparison.Ordinal); at >= 0; at = text.IndexOf("<<< ", at + 1, StringComparison.Ordinal))
        {
            var lineStart = text.LastIndexOf('\n', at) + 1;
            if (!text.AsSpan(lineStart, at - lineStart).IsWhiteSpace()) continue;
            var before = text.LastIndexOf(">>> ", at, StringComparison.Ordinal);
            return before >= 0 && text.LastIndexOf("\n\n", at, StringComparison.Ordinal) < before ? before : lineStart;
        }

        return -1;
    }

    private static string? Host(ReadOnlySpan<char> line)
    {
        var host = line[(line.IndexOf("while talking to ") + 17)..].TrimEnd(": .");
        var blank = host.IndexOf(' ');
        if (blank >= 0) host = host[..blank].TrimEnd(": .");
        return host.IsEmpty ? null : host.ToString();
    }
}
