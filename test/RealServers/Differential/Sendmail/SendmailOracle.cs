using System.Net;
using Gatepost.RealServers.Hosts;
using Attempt = Gatepost.Relay.Attempt;

namespace Gatepost.RealServers.Differential.Sendmail;

/// <summary>A real Sendmail that runs a generated configuration.</summary>
internal sealed class SendmailOracle : IDisposable
{
    private static int s_count;

    private readonly Daemon _daemon;

    private readonly int _port;

    private readonly string _folder;

    private SendmailOracle(Daemon daemon, int port, string folder) => (_daemon, _port, _folder) = (daemon, port, folder);

    /// <summary>Makes the configuration as an administrator would, by m4 and makemap, and starts the server.</summary>
    public static async Task<SendmailOracle> Start(SendmailCase made)
    {
        // Each server has ports of its own, since the one before may still be ending.
        var count = Interlocked.Increment(ref s_count) % 100;
        var port = 2000 + (2 * count);
        var folder = ServersRoot.Folder($"sendmail-differential/{count % 4}") + "/";
        Directory.Delete(ServersRoot.Outside(folder), recursive: true);
        Directory.CreateDirectory(ServersRoot.Outside(folder));
        foreach (var (name, text) in made.Files) ServersRoot.Write(folder + name, text.Replace(SendmailCase.Folder, folder, StringComparison.Ordinal)
            .Replace("Port=2525", $"Port={port}", StringComparison.Ordinal).Replace("Port=2587", $"Port={port + 1}", StringComparison.Ordinal));
        ServersRoot.Write(folder + "resolv.conf", $"nameserver {SendmailDns.Address}\noptions timeout:2 attempts:1\n");
        var maps = string.Concat(made.Maps.Select(m => $"rm -f {m}.db; /usr/libexec/sendmail/makemap -C sendmail.cf hash {m} < {m} 2>/dev/null || true; "));
        await ServersRoot.Run(ServersRoot.Shell(
            $"cd /usr/share/sendmail/cf; m4 -D_CF_DIR_=/usr/share/sendmail/cf/ m4/cf.m4 {folder}sendmail.mc > {folder}sendmail.cf 2>/dev/null; cd {folder}; mkdir -p queue; {maps}"));
        var start = ServersRoot.Start("unshare", "--mount", "sh", "-c",
            $"mount --bind {ServersRoot.Outside(folder)}resolv.conf {ServersRoot.Outside("/etc/resolv.conf")} && exec chroot {ServersRoot.Outside("/")} /usr/libexec/sendmail/sendmail -bD -C {folder}sendmail.cf");
        var ports = ((string[])["MTA", "MSA"]).Where(p => made.Files["sendmail.mc"].Contains($"Name={p}", StringComparison.Ordinal));
        return new SendmailOracle(await Daemon.Start("sendmail", start, [.. ports.Select(p => new IPEndPoint(IPAddress.Loopback, Port(port, p)))]), port, folder);
    }

    /// <summary>Puts envelopes of one client to a listener.</summary>
    public async Task<IReadOnlyList<Observed>> Ask(string listener, Attempt client, IReadOnlyList<Envelope> envelopes)
    {
        var asker = new SmtpAsker(new IPEndPoint(IPAddress.Loopback, Port(_port, listener)));
        var answers = await asker.Ask(client, envelopes);
        // After a quarantined sender and RSET this Sendmail reads memory that it gave back: it ends in the middle of the next MAIL, or complains of an address that nobody wrote.
        // Such envelopes get a session of their own.
        List<Observed> alone = [];
        foreach (var (answer, envelope) in answers.Zip(envelopes)) alone.Add(answer.Code is null || answer.Text.Contains("(non-printable character)", StringComparison.Ordinal) ? (await asker.Ask(client, [envelope]))[0] : answer);
        return alone;
    }

    /// <summary>The sendmail.cf that m4 made, with the folder that the configuration names.</summary>
    public string MadeByM4 => File.ReadAllText(ServersRoot.Outside(_folder + "sendmail.cf")).Replace(_folder, SendmailCase.Folder, StringComparison.Ordinal);

    public void Dispose() => _daemon.Dispose();

    private static int Port(int port, string listener) => listener == "MSA" ? port + 1 : port;
}
