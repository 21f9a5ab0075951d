using System.Net;
using Gatepost.RealServers.Hosts;

namespace Gatepost.RealServers.Differential.Exim;

/// <summary>A real Exim with one configuration, which answers questions until it is disposed of.</summary>
internal sealed class EximServer : IDisposable
{
    private static int s_addresses;

    private readonly Daemon _daemon;
    private readonly string _address;

    private EximServer(Daemon daemon, string address) => (_daemon, _address) = (daemon, address);

    /// <summary>Starts it at a place of its own; null where it does not start with this configuration.</summary>
    /// <param name="case">The configuration.</param>
    /// <param name="place">The number of the place: one server at a time runs at each.</param>
    /// <param name="nameServer">Whom it asks for names.</param>
    public static async Task<EximServer?> Start(EximCase @case, int place, IPAddress nameServer)
    {
        // Each has an address that no server had before it.
        var number = Interlocked.Increment(ref s_addresses);
        @case = @case with { Address = $"127.{80 + (number / 62_500)}.{number / 250 % 250}.{(number % 250) + 1}" };
        // Every server sees its own files below the same folder.
        var own = ServersRoot.Folder($"exim-place-{place}");
        var root = ServersRoot.Outside("");
        Directory.CreateDirectory(ServersRoot.Outside(EximCase.Folder));
        foreach (var (path, text) in @case.Files())
        {
            var file = own + path[EximCase.Folder.Length..];
            Directory.CreateDirectory(Path.GetDirectoryName(ServersRoot.Outside(file))!);
            ServersRoot.Write(file, text);
        }

        ServersRoot.Write($"{own}/resolv.conf", $"nameserver {nameServer}\noptions timeout:1 attempts:1\n");
        var script = $"""
            mount --make-rprivate /
            mount --bind {root}{own} {root}{EximCase.Folder}
            mount --bind {root}{own}/resolv.conf {root}/etc/resolv.conf
            mkdir -p {root}{own}/spool
            chown 112:112 {root}{own}/spool
            exec chroot {root} /usr/sbin/exim4 -bdf -C {EximCase.Folder}/exim.conf -oP {EximCase.Folder}/spool/pid
            """;
        try
        {
            var daemon = await Daemon.Start("exim", ServersRoot.Start("unshare", "-m", "/bin/sh", "-euc", script),
                new IPEndPoint(IPAddress.Parse(@case.Address), 25), new IPEndPoint(IPAddress.Parse(@case.Address), 587));
            return new EximServer(daemon, @case.Address);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The answers to a question, one for each envelope.</summary>
    public async Task<IReadOnlyList<Observed>> Ask(EximQuestion question, bool oneByOne)
    {
        var asker = new SmtpAsker(new IPEndPoint(IPAddress.Parse(_address), question.Port));
        if (!oneByOne) return await asker.Ask(question.Session, question.Envelopes);
        var answers = new List<Observed>();
        foreach (var envelope in question.Envelopes) answers.AddRange(await asker.Ask(question.Session, [envelope]));
        return answers;
    }

    public void Dispose() => _daemon.Dispose();
}
