using Gatepost.Smtp;

namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>Reads an SMTP dialog quoted in a report: <c>&gt;&gt;&gt; RCPT TO:&lt;a@b&gt;</c>, <c>&lt;&lt;&lt; 550 5.1.1 no</c> (Sendmail, Courier and others).</summary>
internal static class Dialog
{
    /// <summary>True where a line of a dialog is there.</summary>
    public static bool IsLine(ReadOnlySpan<char> line) =>
        IsReceived(line) || IsSent(line);

    /// <summary>True for what the other server said.</summary>
    public static bool IsReceived(ReadOnlySpan<char> line) =>
        line.StartsWith("<<<", StringComparison.Ordinal) || line.StartsWith("<-- ", StringComparison.Ordinal);

    /// <summary>True for what was said to it.</summary>
    public static bool IsSent(ReadOnlySpan<char> line) =>
        line.StartsWith(">>>", StringComparison.Ordinal) || line.StartsWith("--> ", StringComparison.Ordinal);

    /// <summary>True where an answer of a dialog is there.</summary>
    public static bool IsAnswer(ReadOnlySpan<char> line) =>
        IsReceived(line) && line.Length > 5 && line[3..].TrimStart() is ['4' or '5', ..] && QuotedReply.StartsLine(line[3..].TrimStart());

    /// <summary>The first refusal in the dialog that <paramref name="lines"/> hold; null where there is none.</summary>
    public static Detail? Read(IReadOnlyList<string> lines)
    {
        string? command = null;
        var phase = SmtpPhase.Unknown;
        var host = default(RemoteHost);
        // A session that is quoted from its beginning and holds no command was refused at the greeting.
        var isWhole = lines.Count > 0 && lines[0].StartsWith("... while talking to", StringComparison.OrdinalIgnoreCase) && !lines.Any(static l => IsSent(l));
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].AsSpan();
            if (IsSent(line))
            {
                var next = CommandWords.Read(line[3..], out var quoted);
                if (next != SmtpPhase.Unknown) (phase, command) = (next, quoted ?? line[3..].Trim().ToString());
            }
            else if (IsAnswer(line))
            {
                var end = i;
                while (end < lines.Count && IsReceived(lines[end])) end++;
                var reply = QuotedReply.Read(string.Join('\n', lines.Skip(i).Take(end - i).Select(static l => l[3..].Trim())));
                return new Detail
                {
                    Reply = reply, Command = command, Phase = phase == SmtpPhase.Unknown && isWhole ? SmtpPhase.Connect : phase,
                    RemoteMta = host.Name, RemoteAddress = host.Address, RemotePort = host.Port,
                };
            }
            else if (host == default && (line.EndsWith(":", StringComparison.Ordinal) || line.ContainsIgnoreCase("talking to")))
            {
                host = RemoteHost.Find(line);
                var name = line.TrimEnd(':').Trim();
                if (host == default && RemoteHost.IsHostName(name)) host = new RemoteHost(name.ToString(), null, null);
            }
        }

        return null;
    }
}
