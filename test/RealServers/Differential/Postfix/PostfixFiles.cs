using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>The files of <c>/etc/postfix</c>, by their names there.</summary>
/// <param name="Texts">The files as an administrator has them and the reader reads them.</param>
/// <param name="Compiled">The tables for postmap: <c>hash:access</c>.</param>
internal sealed partial record PostfixFiles(IReadOnlyDictionary<string, string> Texts, IReadOnlyList<string> Compiled)
{
    // What the real server needs to be asked often and fast, and to deliver nothing. None of it changes a decision.
    private const string Conveniences =
        """
        maillog_file = /run/postfix.log
        maillog_file_prefixes = /run
        postlog_service_name = ../private/words
        smtpd_error_sleep_time = 0
        smtpd_soft_error_limit = 100000000
        smtpd_hard_error_limit = 100000000
        smtpd_junk_command_limit = 100000000
        smtpd_client_connection_count_limit = 0
        smtpd_sasl_type = dovecot
        smtpd_sasl_path = private/auth
        smtpd_sasl_security_options = noanonymous
        max_use = 1000000
        in_flow_delay = 0
        tls_random_source = dev:/dev/urandom

        """;

    private const string Services =
        """
        rewrite unix - - n - - trivial-rewrite
        proxymap unix - - n - - proxymap
        tlsmgr unix - - n 1000? 1 tlsmgr
        cleanup unix n - n - 0 cleanup

        """;

    /// <summary>The port of each name that a listener may have.</summary>
    public static IReadOnlyDictionary<string, int> Ports { get; } = new Dictionary<string, int> { ["smtp"] = 25, ["submission"] = 587, ["smtps"] = 465, ["10025"] = 10025 };

    /// <summary>The files for the real server: its listeners are at addresses of their own.</summary>
    public IEnumerable<(string Name, string Text)> ForServer(Func<string, AddressFamily, IPEndPoint> endPoint)
    {
        foreach (var (name, text) in Texts)
        {
            yield return (name, name switch
            {
                "main.cf" => Conveniences + text,
                "master.cf" => string.Join("\n", [Listeners(text, AddressFamily.InterNetwork), Listeners(text, AddressFamily.InterNetworkV6), Services]),
                _ => text,
            });
        }

        string Listeners(string text, AddressFamily family) => Listener().Replace(text, m => $"{endPoint(m.Groups[1].Value, family)}{m.Groups[2].Value} -o syslog_name=postfix/{m.Groups[1].Value}");
    }

    [GeneratedRegex(@"^(\w+)(\s+inet\s.*\ssmtpd)", RegexOptions.Multiline)]
    private static partial Regex Listener();
}
