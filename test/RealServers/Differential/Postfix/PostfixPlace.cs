using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Gatepost.RealServers.Hosts;
using Gatepost.RealServers.Mail;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>A place where real Postfix runs with one configuration after another: its files lie where an administrator has them, <c>/etc/postfix</c>.</summary>
/// <remarks>
/// Nothing can be delivered: there is no qmgr, pickup, smtp or local. A shell with mounts of its own starts <c>master</c>, which gives each configuration its own smtpd,
/// trivial-rewrite, proxymap and cleanup.
/// </remarks>
internal sealed class PostfixPlace : IDisposable
{
    private readonly string _folder;
    private readonly Process _shell;
    private readonly PostfixLog _log;
    private readonly DovecotAuth _logins;
    private readonly int _number;
    private int _master;

    private static readonly DateTime s_past = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private const string DynamicMaps =
        """
        lmdb /usr/lib/postfix/postfix-lmdb.so dict_lmdb_open mkmap_lmdb_open
        pcre /usr/lib/postfix/postfix-pcre.so dict_pcre_open

        """;

    private PostfixPlace(int number, string folder, Process shell)
    {
        (_number, _folder, _shell) = (number, folder, shell);
        _log = new PostfixLog(ServersRoot.Outside($"{folder}/queue/private/words"));
        _logins = new DovecotAuth(ServersRoot.Outside($"{folder}/queue/private/auth"));
    }

    /// <summary>What Postfix logged since it was started last.</summary>
    public PostfixLog Log => _log;

    /// <summary>The folder that is <c>/etc/postfix</c>, as seen from here.</summary>
    private string Etc => ServersRoot.Outside($"{_folder}/etc");

    /// <summary>Makes a place; each number is one.</summary>
    public static async Task<PostfixPlace> Make(int number, IPAddress nameServer)
    {
        var folder = ServersRoot.Folder(string.Create(CultureInfo.InvariantCulture, $"postfix/{number}"));
        ServersRoot.Write($"{folder}/resolv.conf", $"nameserver {nameServer}\noptions timeout:2 attempts:1\n");
        Directory.CreateDirectory(ServersRoot.Outside($"{folder}/tools"));
        ServersRoot.Write($"{folder}/tools/dynamicmaps.cf", DynamicMaps);
        await ServersRoot.Run(ServersRoot.Shell(
            $"""
            cd {folder}
            mkdir -p etc data queue
            echo "meta_directory = {folder}/tools" >tools/main.cf
            : >/run/postfix.log
            mkdir -p /var/spool/postfix /var/lib/postfix
            cd queue
            mkdir -p active bounce corrupt defer deferred flush hold incoming maildrop pid private public saved trace
            chown -R postfix ../data .
            chown root . pid
            chgrp postdrop public maildrop
            chmod 730 maildrop
            chmod 711 public
            """));
        var root = ServersRoot.Outside("");
        var start = ServersRoot.Start("unshare", "--mount", "/bin/sh", "-euc",
            $"""
            mount --bind {root}{folder}/etc {root}/etc/postfix
            mount --bind {root}{folder}/queue {root}/var/spool/postfix
            mount --bind {root}{folder}/data {root}/var/lib/postfix
            mount --bind {root}{folder}/resolv.conf {root}/etc/resolv.conf
            exec chroot {root} /bin/dash 2>&1
            """);
        return new PostfixPlace(number, folder, Process.Start(start)!);
    }

    /// <summary>Stops what ran before and starts Postfix with these files; gives why it does not start, or null.</summary>
    public async Task<string?> Start(PostfixFiles files)
    {
        foreach (var old in Directory.GetFiles(Etc)) File.Delete(old);
        foreach (var (name, text) in files.ForServer(EndPoint)) Write(name, text);
        Write("dynamicmaps.cf", DynamicMaps);
        _log.Clear();
        var compile = files.Compiled.Count == 0 ? "" : $"postmap -c {_folder}/tools {string.Join(' ', files.Compiled)}; touch -d '1 hour ago' *; ";
        var before = Stop;
        _master = 0;
        var said = await Shell($"{before}cd /etc/postfix; {compile}/usr/lib/postfix/sbin/master -c /etc/postfix -w && read master </var/spool/postfix/pid/master.pid && echo master $master");
        if (said.FirstOrDefault(static l => l.StartsWith("master ", StringComparison.Ordinal)) is not { } master) return $"{string.Join('\n', said)}\n{_log}";
        _master = int.Parse(master.AsSpan("master ".Length), CultureInfo.InvariantCulture);
        return null;
    }

    /// <summary>Where connections of an address family to a listener are taken.</summary>
    public IPEndPoint EndPoint(string listener, AddressFamily family)
    {
        var port = PostfixFiles.Ports[listener];
        return family == AddressFamily.InterNetwork ? new IPEndPoint(new IPAddress([127, 0, 77, (byte)_number]), port) : new IPEndPoint(IPAddress.IPv6Loopback, 20_000 + _number * 1000 + port % 1000);
    }

    public void Dispose()
    {
        _shell.StandardInput.WriteLine($"{Stop}exit");
        _shell.Dispose();
        _log.Dispose();
        _logins.Dispose();
    }

    // Postfix waits until its files are two seconds old.
    private void Write(string name, string text)
    {
        var path = Path.Combine(Etc, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, s_past);
    }

    // Waits for the whole process group: whoever is left holds the sockets.
    private string Stop => _master == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"kill -9 -{_master}; while kill -0 -{_master} 2>/dev/null; do :; done; ");

    // Gives what was printed.
    private async Task<List<string>> Shell(string line)
    {
        await _shell.StandardInput.WriteLineAsync($"( {line} ) 2>&1 </dev/null; echo done");
        await _shell.StandardInput.FlushAsync();
        var printed = new List<string>();
        while (await _shell.StandardOutput.ReadLineAsync() is { } text)
        {
            if (text == "done") return printed;
            printed.Add(text);
        }

        throw new InvalidOperationException($"the shell of Postfix ended: {string.Join('\n', printed)}");
    }
}
