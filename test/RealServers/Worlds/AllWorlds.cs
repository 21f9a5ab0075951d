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

    /// <summary>The attempt that is refused in a world.</summary>
    internal Attempt Attempt(World world) => _worlds[world.Name].Attempt;

    /// <summary>What the server says to it, once for all tests; null where it takes it.</summary>
    internal Task<Refusal?> Refusal(World world) => _worlds[world.Name].Refusal.Value;

    public async ValueTask InitializeAsync()
    {
        if (!ServersRoot.IsHere) return;
        // Where the senders' mail is to go, and where the recipients' mail comes from: in order, both.
        _scene.Server(new Postfix("mx.far.example") { Domains = ["far.example"] });
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
