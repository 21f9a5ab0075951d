using System.Text;

namespace Gatepost.RealServers.Differential.Exim;

/// <summary>A generated configuration with the sessions that are put to it.</summary>
internal sealed record EximCase(IReadOnlyList<EximPart> Parts, IReadOnlyList<EximQuestion> Questions)
{
    /// <summary>Where a place keeps the files; the configuration names them by it.</summary>
    public const string Folder = "/run/gatepost/exim-under-test";

    private const string Main = "main";
    private const string Routers = "routers";

    /// <summary>The address that the server listens at.</summary>
    public string Address { get; init; } = "127.0.80.1";

    /// <summary>True where an answer leaves something for the next in the same session.</summary>
    public bool IsStateful => Parts.Any(static p => p.Text.Contains("set acl_c", StringComparison.Ordinal));

    /// <summary>The configuration.</summary>
    public string Text()
    {
        var text = new StringBuilder($$"""
            primary_hostname = mx.ours.test
            local_interfaces = {{Address}}
            daemon_smtp_ports = 25 : 587
            spool_directory = {{Folder}}/spool
            log_file_path = {{Folder}}/spool/%slog
            keep_environment =
            queue_only
            smtp_enforce_sync = false
            rfc1413_query_timeout = 0s
            smtp_accept_max = 0
            smtp_accept_max_nonmail = 1000000
            smtp_max_synprot_errors = 1000000
            smtp_max_unknown_commands = 1000000
            dns_retrans = 1s
            dns_retry = 1
            tls_certificate = {{Folder}}/server.pem
            tls_privatekey = {{Folder}}/server.pem
            tls_try_verify_hosts =

            """);
        foreach (var part in Of(Main)) text.AppendLine(part.Text);
        text.AppendLine("begin acl");
        foreach (var acl in Parts.Select(static p => p.Section).Where(static s => s is not (Main or Routers)).Distinct())
        {
            text.AppendLine($"{acl}:");
            foreach (var part in Of(acl)) text.AppendLine(part.Text);
        }

        text.AppendLine("begin routers");
        foreach (var part in Of(Routers)) text.AppendLine(part.Text);
        text.AppendLine(
            """
            begin transports
            nowhere:
              driver = appendfile
              file = /dev/null
            begin authenticators
            plain:
              driver = plaintext
              public_name = PLAIN
              server_prompts = :
              server_condition = ${if eq{$auth2}{$auth3}}
              server_set_id = $auth2
            """);
        return text.ToString();
    }

    /// <summary>All files, by their paths.</summary>
    public IReadOnlyDictionary<string, string> Files() =>
        new Dictionary<string, string>(EximWorldFiles.Tables.Select(static t => KeyValuePair.Create($"{Folder}/{t.Key}", t.Value))) { [$"{Folder}/exim.conf"] = Text() };

    private IEnumerable<EximPart> Of(string section) => Parts.Where(p => p.Section == section);
}
