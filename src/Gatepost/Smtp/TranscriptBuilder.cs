using System.Text;

namespace Gatepost.Smtp;

/// <summary>
/// Puts lines of the two sides together into a <see cref="Transcript"/>: joins the lines of a reply, pairs replies with commands
/// (several may be under way, RFC 2920), passes over message text and forgets secrets.
/// </summary>
internal sealed class TranscriptBuilder
{
    private const int MostExchanges = 100_000;
    private const int MostLineLength = 2_000;
    private readonly List<Exchange> _exchanges = [];
    private readonly Queue<(string? Command, SmtpPhase Phase)> _waiting = new();
    private readonly List<string> _lines = [];
    private readonly StringBuilder _reply = new();
    private (string? Command, SmtpPhase Phase) _last = (null, SmtpPhase.Unknown);
    private int _replyLine;
    private bool _isInMessage;

    public string? Host { get; set; }
    public string? Address { get; set; }
    public int? Port { get; set; }
    public bool StartsInTls { get; set; }

    /// <summary>True after 334: the next line of the client is a secret.</summary>
    public bool AwaitsSecret { get; private set; }

    /// <summary>True after 354: the client's lines are the message.</summary>
    public bool IsInMessage => _isInMessage;

    public bool IsEmpty => _exchanges.Count == 0 && _waiting.Count == 0 && _reply.Length == 0;

    /// <summary>True where a reply has begun and its last line has not come.</summary>
    public bool IsInReply => _reply.Length > 0;

    /// <summary>True where any command or reply other than the greeting was seen.</summary>
    public bool HasDialog => _waiting.Count > 0 || _exchanges.Any(static e => e.Phase != SmtpPhase.Connect);

    public void Client(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        FinishReply(null);
        if (AwaitsSecret)
        {
            AwaitsSecret = false;
            _waiting.Enqueue((_last.Command, SmtpPhase.Auth));
            return;
        }

        if (_isInMessage)
        {
            if (line is not ".") return;
            _isInMessage = false;
            Enqueue(".", SmtpPhase.EndOfData);
            return;
        }

        if (SmtpCommand.PhaseOf(line) is { } phase)
            Enqueue(SmtpCommand.WithoutSecrets(line[..Math.Min(line.Length, MostLineLength)].ToString()), phase);
        else if (line is ".") Enqueue(".", SmtpPhase.EndOfData);
    }

    /// <summary>Takes a line of the server; false where it is no line of a reply.</summary>
    public bool Server(ReadOnlySpan<char> line, int number, DateTimeOffset? time = null)
    {
        line = line.Trim();
        if (!ReplyCode.TryReadDigits(line, out _) || (line.Length > 3 && line[3] is not (' ' or '-'))) return false;
        if (_reply.Length == 0) _replyLine = number;
        if (_reply.Length < 64 * 1024) _reply.Append(line[..Math.Min(line.Length, MostLineLength)]).Append('\n');
        if (_lines.Count < 1000) _lines.Add(line.Length > 4 ? line[4..].Trim().ToString() : "");
        if (line.Length == 3 || line[3] == ' ') FinishReply(time);
        return true;
    }

    public Transcript Build()
    {
        FinishReply(null);
        return new Transcript([.. _exchanges]) { Host = Host, Address = Address, Port = Port, StartsInTls = StartsInTls };
    }

    private void Enqueue(string command, SmtpPhase phase)
    {
        _last = (command, phase);
        _waiting.Enqueue(_last);
    }

    private void FinishReply(DateTimeOffset? time)
    {
        if (_reply.Length == 0) return;
        var reply = Reply.Parse(_reply.ToString());
        var (command, phase) = Pair(reply.Code);
        AwaitsSecret = phase == SmtpPhase.Auth && reply.Code == 334;
        _isInMessage = reply.Code == 354;
        if (_exchanges.Count < MostExchanges)
            _exchanges.Add(new Exchange(command, reply, phase) { Lines = [.. _lines], Line = _replyLine, Time = time });
        _reply.Clear();
        _lines.Clear();
    }

    private (string? Command, SmtpPhase Phase) Pair(int? code)
    {
        if (_isInMessage) return (".", SmtpPhase.EndOfData);
        if (_exchanges.Count == 0 && code == 220 && _waiting.All(static w => w.Phase == SmtpPhase.Ehlo)) return (null, SmtpPhase.Connect);
        if (_waiting.TryDequeue(out var waiting)) return waiting;
        if (_exchanges.Count == 0 && _last.Phase == SmtpPhase.Unknown) return (null, code == 220 || code >= 400 ? SmtpPhase.Connect : SmtpPhase.Unknown);
        return code >= 400 ? _last : (null, SmtpPhase.Unknown);
    }
}
