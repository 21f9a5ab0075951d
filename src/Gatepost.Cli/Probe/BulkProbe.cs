using System.Buffers;
using System.Collections.Concurrent;
using Gatepost.Evidence;
using Gatepost.Evidence.Bulk;
using Gatepost.Evidence.Dns;
using Gatepost.Reports;

namespace Gatepost.Cli.Probe;

/// <summary>Answers one target of a list: quick questions only, and the verdict as a line of JSON.</summary>
internal sealed class BulkProbe(Questioner questioner, IDns dns, ProbeRequest request, bool isPaced) : IBulkProbe
{
    private readonly ConcurrentBag<ProbeJson> _writers = [];
    private int _exit = Exit.Fine;

    /// <summary>The worst exit code of the answers so far.</summary>
    public int ExitCode => Volatile.Read(ref _exit);

    public ValueTask<string?> ProviderOf(ProbeTarget target, CancellationToken cancel)
    {
        if (!isPaced) return new((string?)null);
        return Whole(target) is { Server: { } server } ? new(Provider.Of(server.Host, server.Address)) : MxProvider.Of(dns, target.Domain!, cancel);
    }

    public async ValueTask Answer(ProbeTarget target, IBufferWriter<byte> output, CancellationToken cancel)
    {
        var verdict = await questioner.Ask(Whole(target), cancel).ConfigureAwait(false);
        if (!_writers.TryTake(out var writer)) writer = new ProbeJson();
        writer.Write(target.Text, verdict, request.Style.Verbose, output);
        _writers.Add(writer);
        // An answer cut short by Ctrl-C is not printed and must not count.
        if (!cancel.IsCancellationRequested) Count(ProbeExit.Of(verdict));
    }

    private ProbeTarget Whole(ProbeTarget target) => request.Server is { } server ? target with { Server = server } : target;

    private void Count(int exit)
    {
        for (var seen = Volatile.Read(ref _exit); exit > seen;)
        {
            var before = Interlocked.CompareExchange(ref _exit, exit, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}
