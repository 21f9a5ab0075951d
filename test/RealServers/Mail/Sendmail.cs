using Gatepost.RealServers.Hosts;

namespace Gatepost.RealServers.Mail;

/// <summary>Sendmail, its configuration made by m4 as on Debian.</summary>
internal sealed class Sendmail(string host) : MailServer(host)
{
    private const string Sources = "/usr/share/sendmail/cf";

    protected override async Task<IReadOnlyList<IDisposable>> Start(string folder)
    {
        ServersRoot.Write($"{folder}/sendmail.mc",
            $"""
            divert(0)dnl
            OSTYPE(`debian')dnl
            DOMAIN(`debian-mta')dnl
            define(`confDOMAIN_NAME', `{Host}')dnl
            define(`confTO_IDENT', `0')dnl
            define(`confQUEUE_LA', `1000')dnl
            define(`confREFUSE_LA', `1000')dnl
            define(`confCW_FILE', `{folder}/local-host-names')dnl
            define(`ALIAS_FILE', `')dnl
            undefine(`confHOST_STATUS_DIRECTORY')dnl
            FEATURE(`use_cw_file')dnl
            FEATURE(`no_default_msa')dnl
            {string.Join('\n', Networks.Select(static n => $"RELAY_DOMAIN(`{n}')dnl"))}
            {string.Join('\n', Ports.Select(p => $"DAEMON_OPTIONS(`Family=inet, Name=MTA{p}, Port={p}, Addr={Address}')dnl"))}
            {Extra}
            MAILER_DEFINITIONS
            MAILER(`local')dnl
            MAILER(`smtp')dnl

            """);
        ServersRoot.Write($"{folder}/local-host-names", string.Join('\n', Domains) + "\n");
        await ServersRoot.Run(ServersRoot.Shell(
            $"cd {Sources}; m4 -D_CF_DIR_={Sources}/ m4/cf.m4 {folder}/sendmail.mc > {folder}/sendmail.cf; mkdir -p {folder}/queue"));
        return [await Launch(ServersRoot.Program("/usr/libexec/sendmail/sendmail", "-bD", "-C", $"{folder}/sendmail.cf",
            "-O", $"QueueDirectory={folder}/queue", "-O", $"PidFile={folder}/pid", "-O", "DeliveryMode=queueonly"))];
    }
}
