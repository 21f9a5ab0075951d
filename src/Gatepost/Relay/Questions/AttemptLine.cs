using System.Net;
using System.Text;
using Gatepost.Smtp;

namespace Gatepost.Relay.Questions;

/// <summary>
/// An attempt written as one line: <c>client=192.0.2.7 name=mx.far.test helo=client.test from=a@sender.test to=u@far.test listener=smtp</c>.
/// Only <c>client</c> and <c>to</c> are needed. A value with blanks stands in double quotes, with backslash escapes.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>name=n</c> a verified name, <c>name=?n</c> one that does not lead back, <c>name=!</c> a lookup that failed for now; without it there is no PTR record.</item>
/// <item><c>helo=</c> the name said; without it <c>client.example</c>; <c>helo=none</c> for none at all.</item>
/// <item><c>from=&lt;&gt;</c> the null sender; without it <c>sender@sender.example</c>.</item>
/// <item><c>login=user</c> or <c>login=user/MECHANISM</c>; <c>tls=yes</c>, <c>tls=verified</c> or <c>tls=FINGERPRINT</c>.</item>
/// </list>
/// </remarks>
public sealed record AttemptLine(Attempt Attempt, string? Listener)
{
    private const string DefaultHelo = "client.example";
    private const string DefaultSender = "sender@sender.example";

    /// <summary>The names of its fields.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["client", "name", "helo", "tls", "login", "from", "to", "server", "listener"];

    /// <summary>Reads a line; false with the problem and its position where it is none.</summary>
    public static bool TryParse(string line, out AttemptLine? read, out ParseProblem problem)
    {
        read = null;
        var values = new Dictionary<string, (string Value, int At)>(StringComparer.Ordinal);
        var i = 0;
        while (true)
        {
            while (i < line.Length && char.IsWhiteSpace(line[i])) i++;
            if (i >= line.Length) break;
            var start = i;
            while (i < line.Length && line[i] != '=' && !char.IsWhiteSpace(line[i])) i++;
            var name = line[start..i];
            if (i >= line.Length || line[i] != '=') return Fail($"{name} has no value: write {name}=…", start, out problem);
            if (!Fields.Contains(name)) return Fail($"there is no field {name}: use {string.Join(", ", Fields)}", start, out problem);
            i++;
            var at = i;
            if (!TryValue(line, ref i, out var value)) return Fail("a quotation mark is not closed", at, out problem);
            if (!values.TryAdd(name, (value, at))) return Fail($"{name} stands here twice", start, out problem);
        }

        if (!values.TryGetValue("client", out var client)) return Fail("client= is needed: the address that connects", 0, out problem);
        if (!values.TryGetValue("to", out var to)) return Fail("to= is needed: the recipient", 0, out problem);
        if (!IPAddress.TryParse(client.Value, out var address)) return Fail($"{client.Value} is no IP address", client.At, out problem);
        IPAddress? server = null;
        if (values.TryGetValue("server", out var written) && !IPAddress.TryParse(written.Value, out server)) return Fail($"{written.Value} is no IP address", written.At, out problem);
        problem = default;
        read = new AttemptLine(
            new Attempt
            {
                Client = address,
                ServerAddress = server,
                Name = Name(Get("name")),
                Helo = Get("helo") switch { null => DefaultHelo, "none" => null, var said => said },
                Tls = Encryption(Get("tls")),
                Login = LoginOf(Get("login")),
                MailFrom = Get("from") switch { null => DefaultSender, "<>" => "", var path => Bare(path) },
                RcptTo = Bare(to.Value),
            },
            Get("listener"));
        return true;

        string? Get(string field) => values.TryGetValue(field, out var found) ? found.Value : null;
    }

    /// <summary>The attempt as a line that reads back to the same.</summary>
    public static string Write(Attempt attempt, string? listener = null)
    {
        var text = new StringBuilder();
        Add("client", attempt.Client.ToString());
        if (attempt.Name.Status != NameStatus.Missing)
            Add("name", attempt.Name.Status switch { NameStatus.Verified => attempt.Name.Name ?? "", NameStatus.Forged => "?" + attempt.Name.Name, _ => "!" });
        Add("helo", attempt.Helo ?? "none");
        if (attempt.Tls is { } tls) Add("tls", tls.Fingerprint ?? (tls.IsVerified ? "verified" : "yes"));
        if (attempt.Login is { } login) Add("login", login.Mechanism == "PLAIN" ? login.User : $"{login.User}/{login.Mechanism}");
        Add("from", attempt.MailFrom.Length == 0 ? "<>" : attempt.MailFrom);
        Add("to", attempt.RcptTo.Length == 0 ? "<>" : attempt.RcptTo);
        if (attempt.ServerAddress is { } server) Add("server", server.ToString());
        if (listener is not null) Add("listener", listener);
        return text.ToString();

        void Add(string field, string value)
        {
            if (text.Length > 0) text.Append(' ');
            text.Append(field).Append('=');
            if (value.Length > 0 && value[0] != '"' && !value.Any(static c => char.IsWhiteSpace(c)))
            {
                text.Append(value);
                return;
            }

            text.Append('"').Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        }
    }

    private static bool TryValue(string line, ref int i, out string value)
    {
        var start = i;
        if (i >= line.Length || line[i] != '"')
        {
            while (i < line.Length && !char.IsWhiteSpace(line[i])) i++;
            value = line[start..i];
            return true;
        }

        var text = new StringBuilder();
        for (i++; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                i++;
                value = text.ToString();
                return true;
            }

            if (line[i] == '\\' && i + 1 < line.Length) i++;
            text.Append(line[i]);
        }

        value = "";
        return false;
    }

    private static ClientName Name(string? written) => written switch
    {
        null or "" => ClientName.Missing,
        _ when written[0] == '!' => new ClientName(NameStatus.Temporary, null),
        _ when written[0] == '?' => new ClientName(NameStatus.Forged, written[1..]),
        _ => ClientName.Verified(written),
    };

    private static Tls? Encryption(string? written) => written switch
    {
        null or "no" => null,
        "yes" => new Tls(),
        "verified" => new Tls(IsVerified: true),
        _ => new Tls(written),
    };

    private static Login? LoginOf(string? written)
    {
        if (written is null) return null;
        var slash = written.LastIndexOf('/');
        return slash < 0 ? new Login(written) : new Login(written[..slash], written[(slash + 1)..].ToUpperInvariant());
    }

    private static string Bare(string path) => path.Length >= 2 && path[0] == '<' && path[^1] == '>' ? path[1..^1] : path;

    private static bool Fail(string message, int position, out ParseProblem problem)
    {
        problem = new ParseProblem(message, position);
        return false;
    }
}
