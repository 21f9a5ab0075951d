using Gatepost.Refusals.Texts;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Transcripts;

/// <summary>Finds out which dialect a text is written in.</summary>
internal static class DialectFinder
{
    private const int MostLines = 400;

    /// <summary>The dialect that fits best, with the number of lines that fit; null where none does.</summary>
    public static Dialect? Find(ReadOnlySpan<char> text, out int fits)
    {
        fits = 0;
        Dialect? best = null;
        foreach (var dialect in Dialect.All)
        {
            var (replies, commands) = Count(dialect, text);
            var isDialog = (replies > 0 && commands > 0) || (dialect.Server.Length > 0 && replies > 1) || (replies > 2 && HasConnection(text));
            if (!isDialog || replies + commands <= fits) continue;
            fits = replies + commands;
            best = dialect;
        }

        return best;
    }

    /// <summary>True where a tool says that it connects.</summary>
    public static bool HasConnection(ReadOnlySpan<char> text)
    {
        var cursor = new LineCursor(text);
        while (cursor.MoveNext() && cursor.Number < MostLines)
        {
            var line = cursor.Current.TrimStart();
            if (line.StartsWith("Trying ") || line.StartsWith("Connected to ") || line.StartsWith("Escape character") || line.StartsWith("CONNECTED(")) return true;
        }

        return false;
    }

    private static (int Replies, int Commands) Count(Dialect dialect, ReadOnlySpan<char> text)
    {
        var (replies, commands) = (0, 0);
        var cursor = new LineCursor(text);
        while (cursor.MoveNext() && cursor.Number < MostLines)
        {
            switch (dialect.Read(cursor.Current, out var said))
            {
                case DialogSide.Server when dialect.IsPython || Dialect.LooksLikeReply(said.TrimStart()):
                    replies++;
                    break;
                case DialogSide.Client when SmtpCommand.PhaseOf(said.Trim()) is not null || (dialect.IsPython && PythonLiteral.HoldsCommand(said)):
                    commands++;
                    break;
            }
        }

        return (replies, commands);
    }
}
