using Gatepost.RealServers.Hosts;

namespace Gatepost.RealServers.Mail;

/// <summary>Postfix without anything that could deliver: no qmgr, pickup, smtp or local.</summary>
internal sealed class Postfix(string host) : MailServer(host)
{
    /// <summary>The relay restrictions, Postfix's default with a refusal for good.</summary>
    public string Restrictions { get; init; } = "permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination";

    protected override async Task<IReadOnlyList<IDisposable>> Start(string folder)
    {
        ServersRoot.Write($"{folder}/main.cf",
            $"""
            compatibility_level = 3.6
            myhostname = {Host}
            mydestination = {string.Join(", ", [.. Domains, "localhost"])}
            local_recipient_maps =
            alias_maps =
            mynetworks = {string.Join(' ', ["127.0.0.0/8", .. Networks])}
            smtpd_relay_restrictions = {Restrictions}
            smtpd_sasl_type = dovecot
            smtpd_sasl_path = private/auth
            smtpd_sasl_security_options = noanonymous
            smtpd_client_connection_count_limit = 0
            in_flow_delay = 0
            queue_directory = {folder}/queue
            data_directory = {folder}/data
            maillog_file = {folder}/log
            maillog_file_prefixes = /run
            {Extra}

            """);
        ServersRoot.Write($"{folder}/master.cf",
            $"""
            {string.Join('\n', Ports.Select(Listener))}
            rewrite unix - - n - - trivial-rewrite
            proxymap unix - - n - - proxymap
            cleanup unix n - n - 0 cleanup
            postlog unix-dgram n - n - 1 postlogd

            """);
        await ServersRoot.Run(ServersRoot.Shell(
            $"""
            cd {folder}
            # Postfix waits until its files are two seconds old.
            touch -d '1 hour ago' main.cf master.cf
            mkdir -p data queue
            cd queue
            mkdir -p active bounce corrupt defer deferred flush hold incoming maildrop pid private public saved trace
            chown -R postfix ../data .
            chown root . pid
            chgrp postdrop public maildrop
            chmod 730 maildrop
            chmod 710 public
            """));
        List<IDisposable> parts = LoginPorts.Count == 0 ? [] : [new DovecotAuth(ServersRoot.Outside($"{folder}/queue/private/auth"))];
        parts.Add(await Launch(ServersRoot.Program("/usr/lib/postfix/sbin/master", "-c", folder, "-d")));
        return parts;
    }

    private string Listener(int port) => $"{Address}:{port} inet n - n - - smtpd{(LoginPorts.Contains(port) ? " -o smtpd_sasl_auth_enable=yes" : "")}";
}
