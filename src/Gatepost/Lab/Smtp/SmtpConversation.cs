namespace Gatepost.Lab.Smtp;

/// <summary>A session of a mail server, without its socket (RFC 5321 section 4): commands in, replies out, up to RCPT.</summary>
internal sealed class SmtpConversation(MailServer server, ServerPort port, ClientView client)
{
    private readonly LoginExchange _login = new(server);
    private readonly MailProduct _product = server.Product;
    private bool _isSecure = port.Tls == PortTls.Implicit;
    private string? _helo;
    private string? _sender;
    private int _refusals;

    /// <summary>What the server says first.</summary>
    public SmtpTurn Greeting() => server.IsBusy
        ? new SmtpTurn(_product.Busy(server.Host, client), SmtpAction.Close)
        : new SmtpTurn(_product.Greeting(server.Host, client));

    /// <summary>TLS stands: the session begins anew (RFC 3207 section 4.2).</summary>
    public void Secured()
    {
        _isSecure = true;
        _helo = null;
        _sender = null;
    }

    /// <summary>The answer to one line.</summary>
    public SmtpTurn Answer(string line)
    {
        var turn = _login.IsUnderWay ? new SmtpTurn(_login.Continue(line)) : Obey(line);
        if (turn.Reply[0] is '4' or '5') _refusals++;
        return _refusals > server.TarpitAfter ? turn with { Wait = server.Tarpit } : turn;
    }

    private SmtpTurn Obey(string line)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        var verb = (blank < 0 ? line : line[..blank]).ToUpperInvariant();
        var argument = blank < 0 ? "" : line[(blank + 1)..].Trim();
        return verb switch
        {
            "EHLO" or "HELO" => new SmtpTurn(Hello(argument, extended: verb == "EHLO")),
            "STARTTLS" when port.Tls == PortTls.StartTls && !_isSecure => new SmtpTurn(_product.ReadyForTls, SmtpAction.StartTls),
            "AUTH" when OffersLogin => new SmtpTurn(_login.Begin(argument)),
            "MAIL" => new SmtpTurn(Mail(argument)),
            "RCPT" => new SmtpTurn(Recipient(argument)),
            "DATA" or "BDAT" => new SmtpTurn("554 5.7.0 This server of the lab takes no messages"),
            "RSET" => new SmtpTurn(Reset()),
            "NOOP" => new SmtpTurn(_product.NoopOk),
            "QUIT" => new SmtpTurn(_product.Bye(server.Host), SmtpAction.Close),
            _ => new SmtpTurn(_product.UnknownCommand(line)),
        };
    }

    /// <summary>A password goes under TLS only, where the port knows TLS.</summary>
    private bool OffersLogin => port.OffersLogin && (_isSecure || port.Tls == PortTls.None);

    private string Hello(string name, bool extended)
    {
        if (name.Length == 0) return "501 Syntax: EHLO hostname";
        _helo = name;
        _sender = null;
        var hello = _product.Hello(server.Host, name, client);
        if (!extended) return "250 " + hello;
        List<string> lines = [hello, .. _product.Extensions];
        if (port.Tls == PortTls.StartTls && !_isSecure) lines.Add("STARTTLS");
        if (OffersLogin) lines.Add("AUTH " + _product.Mechanisms);
        return string.Join('\n', lines.Select((text, i) => $"250{(i == lines.Count - 1 ? ' ' : '-')}{text}"));
    }

    private string Mail(string argument)
    {
        if (_helo is null) return _product.OutOfOrder("EHLO");
        if (Path(argument, "FROM:") is not { } sender) return "501 5.5.4 Syntax: MAIL FROM:<address>";
        var reply = RecipientPolicy.OnMail(server, port, client, sender, _login.User);
        if (reply[0] == '2') _sender = sender;
        return reply;
    }

    private string Recipient(string argument)
    {
        if (_sender is null) return _product.OutOfOrder("MAIL");
        return Path(argument, "TO:") is { Length: > 0 } recipient
            ? RecipientPolicy.OnRecipient(server, port, client, _sender, recipient, _login.User)
            : "501 5.5.4 Syntax: RCPT TO:<address>";
    }

    private string Reset()
    {
        _sender = null;
        return _product.ResetOk;
    }

    /// <summary>The path in angle brackets after the keyword; null where there is none.</summary>
    private static string? Path(string argument, string keyword)
    {
        if (!argument.StartsWith(keyword, StringComparison.OrdinalIgnoreCase)) return null;
        var open = argument.IndexOf('<', StringComparison.Ordinal);
        var close = argument.LastIndexOf('>');
        return open < 0 || close < open ? null : argument[(open + 1)..close];
    }
}
