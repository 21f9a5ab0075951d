using Gatepost.RealServers.Hosts;

namespace Gatepost.RealServers.Mail;

/// <summary>Exim with the access list of Debian's configuration.</summary>
internal sealed class Exim(string host) : MailServer(host)
{
    /// <summary>True where it looks up the recipient's domain before it takes a message.</summary>
    public bool VerifiesRecipients { get; init; }

    protected override async Task<IReadOnlyList<IDisposable>> Start(string folder)
    {
        var advertised = "${if inlist{$received_port}{" + string.Join(':', LoginPorts) + "}{*}{}}";
        var verify = VerifiesRecipients ? "require verify = recipient" : "";
        ServersRoot.Write($"{folder}/exim.conf",
            $$$"""
            primary_hostname = {{{Host}}}
            domainlist local_domains = {{{string.Join(" : ", [.. Domains, "@"])}}}
            domainlist relay_to_domains =
            hostlist relay_from_hosts = {{{string.Join(" : ", ["127.0.0.1", .. Networks])}}}
            spool_directory = {{{folder}}}/spool
            log_file_path = {{{folder}}}/spool/%slog
            keep_environment =
            queue_only
            smtp_enforce_sync = false
            rfc1413_query_timeout = 0s
            dns_retrans = 1s
            dns_retry = 1
            tls_advertise_hosts =
            auth_advertise_hosts = {{{advertised}}}
            acl_smtp_rcpt = acl_check_rcpt
            {{{Extra}}}

            begin acl

            acl_check_rcpt:
              accept hosts = :
              deny   message = Restricted characters in address
                     domains = +local_domains
                     local_parts = ^[.] : ^.*[@%!/|]
              deny   message = Restricted characters in address
                     domains = !+local_domains
                     local_parts = ^[./|] : ^.*[@%!] : ^.*/\\.\\./
              accept local_parts = postmaster
                     domains = +local_domains
              {{{verify}}}
              accept hosts = +relay_from_hosts
              accept authenticated = *
              require message = relay not permitted
                     domains = +local_domains : +relay_to_domains
              accept

            begin routers

            dnslookup:
              driver = dnslookup
              domains = ! +local_domains
              transport = remote_smtp
              ignore_target_hosts = 0.0.0.0 : 127.0.0.0/8 : 192.168.0.0/16 : 172.16.0.0/12 : 10.0.0.0/8 : 169.254.0.0/16
              no_more

            begin transports

            remote_smtp:
              driver = smtp

            begin authenticators

            plain:
              driver = plaintext
              public_name = PLAIN
              server_prompts = :
              server_condition = ${if eq{$auth2}{$auth3}}
              server_set_id = $auth2

            """);
        await ServersRoot.Run(ServersRoot.Shell($"cd {folder}; mkdir -p spool; chown Debian-exim:Debian-exim spool"));
        return [await Launch(ServersRoot.Program("/usr/sbin/exim4", "-bdf", "-C", $"{folder}/exim.conf", "-oP", $"{folder}/pid",
            "-oX", string.Join(" : ", Ports.Select(p => $"{Address}.{p}"))))];
    }
}
