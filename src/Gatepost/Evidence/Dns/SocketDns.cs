using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Gatepost.Evidence.Dns;

/// <summary>
/// Asks servers over UDP, and over TCP where the answer is truncated. Servers that do not answer are asked again, the resolvers in
/// their order; any answer, also SERVFAIL, is the answer. A server that refuses EDNS is asked once more without it.
/// </summary>
/// <param name="resolvers">The recursive resolvers, for questions without a server.</param>
/// <param name="routes">The way to an address.</param>
/// <param name="clock">Measures time outs.</param>
/// <param name="options">The bounds; null for the usual ones.</param>
public sealed class SocketDns(IReadOnlyList<IPEndPoint> resolvers, IRoutes routes, TimeProvider clock, DnsClientOptions? options = null) : IDns, IDisposable
{
    private readonly DnsClientOptions _options = options ?? DnsClientOptions.Default;
    private readonly SemaphoreSlim _slots = new(Math.Max(1, (options ?? DnsClientOptions.Default).MaxInFlight));

    /// <inheritdoc/>
    public async ValueTask<DnsResponse> Ask(DnsQuery query, CancellationToken cancel)
    {
        var observedAt = clock.GetUtcNow();
        var start = clock.GetTimestamp();
        var response = await AskInSlot(query, cancel).ConfigureAwait(false);
        return response with { ObservedAt = observedAt, Elapsed = clock.GetElapsedTime(start) };
    }

    /// <inheritdoc/>
    public void Dispose() => _slots.Dispose();

    private async ValueTask<DnsResponse> AskInSlot(DnsQuery query, CancellationToken cancel)
    {
        IReadOnlyList<IPEndPoint> servers = query.Server is null ? resolvers : [query.Server];
        if (servers.Count == 0) return None(query, DnsOutcome.NotAsked, "no resolver is known");
        if (DnsNames.Canonical(query.Name) is null) return None(query, DnsOutcome.NotAsked, "this is no name that can be asked for");
        try
        {
            await _slots.WaitAsync(cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return Cancelled(query) with { Server = servers[0] };
        }

        try
        {
            return await AskInTurn(query, servers, cancel).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }

    // Round after round, those that were silent so far. Where none answers, what tells most: something broken, then silence.
    private async ValueTask<DnsResponse> AskInTurn(DnsQuery query, IReadOnlyList<IPEndPoint> servers, CancellationToken cancel)
    {
        var last = new DnsResponse?[servers.Count];
        for (var round = 0; round < Math.Max(1, _options.Tries); round++)
        {
            for (var i = 0; i < servers.Count; i++)
            {
                if (last[i] is { Outcome: not DnsOutcome.Timeout }) continue;
                var response = await AskServer(query, servers[i], cancel).ConfigureAwait(false) with { Server = servers[i] };
                if (response.Rcode is not null || cancel.IsCancellationRequested) return response;
                last[i] = response;
            }
        }

        return last.MinBy(static r => r!.Outcome switch { DnsOutcome.Malformed => 0, DnsOutcome.Timeout => 1, _ => 2 })!;
    }

    private async ValueTask<DnsResponse> AskServer(DnsQuery query, IPEndPoint server, CancellationToken cancel)
    {
        if (routes.To(server) is not { } way) return None(query, DnsOutcome.Unreachable, "there is no way to its network");
        var response = await Exchange(query, way, edns: true, cancel).ConfigureAwait(false);
        if (response.Outcome is not (DnsOutcome.FormErr or DnsOutcome.NotImp)) return response;
        var plain = await Exchange(query, way, edns: false, cancel).ConfigureAwait(false);
        return plain.Rcode is null ? response : plain;
    }

    private async ValueTask<DnsResponse> Exchange(DnsQuery query, IPEndPoint way, bool edns, CancellationToken cancel)
    {
        // An id that cannot be guessed (RFC 5452 section 9.2); the system gives the port.
        var message = DnsWire.EncodeQuery(query, (ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1), edns)!;
        var exchange = new DnsExchange(query, message, way);
        var response = await InTime(query, exchange.OverUdp, cancel).ConfigureAwait(false);
        if (!response.Truncated) return response;
        var whole = await InTime(query, exchange.OverTcp, cancel).ConfigureAwait(false);
        return whole.Rcode is not null ? whole : whole with
        {
            OverTcp = true,
            Problem = $"the answer over UDP was truncated, and over TCP: {whole.Problem ?? "no answer in time"}",
        };
    }

    private async ValueTask<DnsResponse> InTime(DnsQuery query, Func<CancellationToken, Task<DnsResponse>> exchange, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(_options.Timeout, clock);
        using var registration = cancel.UnsafeRegister(static d => ((CancellationTokenSource)d!).Cancel(), deadline);
        try
        {
            return await exchange(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return cancel.IsCancellationRequested ? Cancelled(query) : None(query, DnsOutcome.Timeout, null);
        }
        catch (SocketException e)
        {
            return Failed(query, e.SocketErrorCode);
        }
    }

    private static DnsResponse Failed(DnsQuery query, SocketError error) => error switch
    {
        SocketError.ConnectionRefused => None(query, DnsOutcome.Unreachable, "nobody listens there"),
        SocketError.ConnectionReset => None(query, DnsOutcome.Malformed, "the connection was reset"),
        SocketError.TimedOut => None(query, DnsOutcome.Timeout, null),
        SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable => None(query, DnsOutcome.NotAsked, $"this machine has no more sockets ({error})"),
        _ => None(query, DnsOutcome.Unreachable, $"the network says {error}"),
    };

    private static DnsResponse Cancelled(DnsQuery query) => None(query, DnsOutcome.Timeout, "cancelled");

    private static DnsResponse None(DnsQuery query, DnsOutcome outcome, string? problem) => new(query, outcome) { Problem = problem };
}
