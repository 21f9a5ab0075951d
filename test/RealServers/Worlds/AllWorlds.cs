using Gatepost.RealServers.Hosts;
using Gatepost.RealServers.Mail;
using Gatepost.RealServers.Names;
using Gatepost.Refusals;

namespace Gatepost.RealServers.Worlds;

/// <summary>Every world, laid out and started once for all tests.</summary>
public sealed class AllWorlds : IAsyncLifetime
{
    internal static IReadOnlyList<World> List { get; } = [.. SenderWorlds.All, .. RecipientWorlds.All, .. DnsWorlds.All];

    private readonly Dictionary<string, (Attempt Attempt, Lazy<Task<Refusal?>> Refusal)> _worlds = [];
    private readonly Scene _scene = new();

    /// <summary>Postfix as Debian sets it up: it relays for nobody, and its tarpit waits.</summary>
    internal Postfix Closed { get; } = new("mx.far.example") { Domains = ["far.example"] };

    /// <summary>Postfix that relays for everybody.</summary>
    internal Postfix Open { get; } = new("mx.open.example") { Domains = ["open.example"], Networks = ["0.0.0.0/0"], Extra = "local_recipient_maps = inline:{ postmaster=x }" };

    /// <summary>Postfix that takes every domain for its own.</summary>
    internal Postfix CatchAll { get; } = new("mx.catchall.example") { Domains = ["catchall.example"], Extra = "virtual_mailbox_domains = static:all" };

    /// <summary>A client outside.</summary>
    internal System.Net.IPAddress Stranger { get; private set; } = System.Net.IPAddress.None;

    /// <summary>The attempt that is refused in a world.</summary>
    internal Attempt Attempt(World world) => _worlds[world.Name].Attempt;

    /// <summary>What the server says to it, once for all tests; null where it takes it.</summary>
    internal Task<Refusal?> Refusal(World world) => _worlds[world.Name].Refusal.Value;

    public async ValueTask InitializeAsync()
    {
        if (!ServersRoot.IsHere) return;
        // Where the senders' mail is to go, and where the recipients' mail comes from: in order, both.
        _scene.Server(Closed);
        _scene.Server(Open);
        _scene.Server(CatchAll);
        Stranger = _scene.Client("stranger.oak.example");
        _scene.Zone("far.example", "@ MX 10 mx").Signing = Signing.Secure;
        _scene.Server(new Postfix("mx.oak.example") { Domains = ["oak.example"] });
        _scene.Zone("oak.example", "@ MX 10 mx");
        foreach (var world in List)
        {
            var attempt = world.Lay(_scene);
            _worlds.Add(world.Name, (attempt, new(() => Refused.By(attempt))));
        }

        await _scene.Start();
    }

    public ValueTask DisposeAsync()
    {
        _scene.Dispose();
        return ValueTask.CompletedTask;
    }
}
