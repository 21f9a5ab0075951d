using Gatepost.Refusals.Texts;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Transcripts;

/// <summary>Reads the sessions that stand in a text, in one dialect.</summary>
internal static class TranscriptLines
{
    public static IReadOnlyList<Transcript> Read(Dialect dialect, ReadOnlySpan<char> text)
    {
        var sessions = new List<Transcript>();
        var session = new TranscriptBuilder();
        var cursor = new LineCursor(text);
        while (cursor.MoveNext())
        {
            var line = cursor.Current;
            var side = dialect.Read(line, out var said);
            if (dialect.IsPython && side != DialogSide.Tool)
            {
                ReadPython(session, side, said, cursor.Number);
                continue;
            }

            switch (side)
            {
                case DialogSide.Server:
                    said = WithoutMarkup(said);
                    if (StartsAnew(session, said)) session = Next(session, sessions);
                    session.Server(said, cursor.Number);
                    break;
                case DialogSide.Client:
                    session.Client(WithoutMarkup(said));
                    break;
                default:
                    session = ReadTool(dialect, session, sessions, line);
                    break;
            }
        }

        Next(session, sessions);
        return sessions;
    }

    private static TranscriptBuilder ReadTool(Dialect dialect, TranscriptBuilder session, List<Transcript> sessions, ReadOnlySpan<char> line)
    {
        if (dialect.HasBareCommands && !line.Trim().IsEmpty && (session.AwaitsSecret || session.IsInMessage) && !session.IsInReply)
        {
            session.Client(line);
            return session;
        }

        if (dialect.HasBareCommands && line.Trim() is ".") session.Client(".");
        if (ConnectionLine.Read(line) is { } connection)
        {
            if (session.HasDialog) session = Next(session, sessions);
            session.Host = connection.Host ?? session.Host;
            session.Address = connection.Address ?? session.Address;
            session.Port = connection.Port ?? session.Port;
            session.StartsInTls |= connection.IsTls;
        }
        else if (line.StartsWith("CONNECTED(")) session.StartsInTls = true;

        return session;
    }

    // A server that greets again is another session.
    private static bool StartsAnew(TranscriptBuilder session, ReadOnlySpan<char> said) =>
        session.HasDialog && said.StartsWith("220 ") && said.Contains("SMTP", StringComparison.Ordinal) && !session.AwaitsSecret
        && !said.Contains("TLS", StringComparison.OrdinalIgnoreCase);

    private static TranscriptBuilder Next(TranscriptBuilder session, List<Transcript> sessions)
    {
        if (!session.IsEmpty) sessions.Add(session.Build());
        return new TranscriptBuilder();
    }

    private static void ReadPython(TranscriptBuilder session, DialogSide side, ReadOnlySpan<char> said, int number)
    {
        var cursor = new LineCursor(PythonLiteral.Decode(said));
        while (cursor.MoveNext())
        {
            if (side == DialogSide.Server) session.Server(cursor.Current, number);
            else session.Client(cursor.Current);
        }
    }

    private static ReadOnlySpan<char> WithoutMarkup(ReadOnlySpan<char> said)
    {
        said = said.Trim();
        foreach (var tag in (ReadOnlySpan<string>)["<br>", "<br/>", "<br />"])
            if (said.EndsWith(tag)) said = said[..^tag.Length].TrimEnd();
        return said;
    }
}
