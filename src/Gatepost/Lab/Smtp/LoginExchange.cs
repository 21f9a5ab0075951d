using System.Text;

namespace Gatepost.Lab.Smtp;

/// <summary>A login (RFC 4954) by PLAIN (RFC 4616) or LOGIN.</summary>
internal sealed class LoginExchange(MailServer server)
{
    private const string AskUser = "334 VXNlcm5hbWU6";
    private const string AskSecret = "334 UGFzc3dvcmQ6";
    private Func<string, string>? _next;

    /// <summary>True where the next line is an answer to a challenge.</summary>
    public bool IsUnderWay => _next is not null;

    /// <summary>Who is logged in; null for nobody.</summary>
    public string? User { get; private set; }

    /// <summary>The answer to AUTH.</summary>
    public string Begin(string argument)
    {
        var words = argument.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        return (words is [var mechanism, ..] ? mechanism.ToUpperInvariant() : "", words.Length) switch
        {
            ("PLAIN", 2) => Plain(words[1]),
            ("PLAIN", _) => Challenge("334 ", Plain),
            ("LOGIN", 2) => LoginUser(words[1]),
            ("LOGIN", _) => Challenge(AskUser, LoginUser),
            _ => "504 5.5.4 Unrecognized authentication type",
        };
    }

    /// <summary>The answer to the client's answer.</summary>
    public string Continue(string line)
    {
        var next = _next!;
        _next = null;
        return line == "*" ? "501 5.7.0 Authentication aborted" : next(line);
    }

    private string Challenge(string challenge, Func<string, string> next)
    {
        _next = next;
        return challenge;
    }

    private string Plain(string response) =>
        Decode(response)?.Split('\0') is [_, var user, var secret] ? Check(user, secret) : server.Product.LoginRefused;

    private string LoginUser(string response) =>
        Challenge(AskSecret, secret => Check(Decode(response) ?? "", Decode(secret) ?? ""));

    private string Check(string user, string secret)
    {
        if (server.Account is not { } account || account.User != user || account.Secret != secret) return server.Product.LoginRefused;
        User = user;
        return server.Product.LoginOk;
    }

    private static string? Decode(string base64)
    {
        var buffer = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, buffer, out var length) ? Encoding.UTF8.GetString(buffer, 0, length) : null;
    }
}
