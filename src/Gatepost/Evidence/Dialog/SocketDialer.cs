using System.Net.Sockets;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Dialog;

/// <summary>
/// Holds dialogs over sockets. Nothing is shared between dialogs: any number may be held at once; how many and how fast is the
/// caller's care. What is sent is bounded by <see cref="DialogGuard"/>: never more than RCPT.
/// </summary>
/// <param name="routes">Where the packets for an address go.</param>
/// <param name="time">The clock of all bounds and times.</param>
/// <param name="options">Null for <see cref="DialerOptions.Default"/>.</param>
public sealed class SocketDialer(IRoutes routes, TimeProvider time, DialerOptions? options = null) : ISmtpDialer
{
    private readonly DialerOptions _options = options ?? DialerOptions.Default;

    /// <inheritdoc/>
    public async ValueTask<DialogResult> Hold(DialogPlan plan, CancellationToken cancel)
    {
        var startedAt = time.GetUtcNow();
        var log = new WireLog(time);
        log.Note($"Trying {plan.Host}:{plan.Address.Port}...");
        if (cancel.IsCancellationRequested) return Untried(plan, log, startedAt, DialogFault.TimedOut, "cancelled");
        if (routes.To(plan.Address) is not { } way) return Untried(plan, log, startedAt, DialogFault.Unreachable, "no route to the network");
        DialogChannel channel;
        try
        {
            channel = new DialogChannel(way.AddressFamily, plan.Limits, log, time);
        }
        catch (SocketException e)
        {
            return Untried(plan, log, startedAt, ConnectFault.Of(e.SocketErrorCode), ConnectFault.Detail(e.SocketErrorCode));
        }

        using (channel)
        using (var guard = new DialogGuard(plan.Limits, log))
        await using (cancel.UnsafeRegister(static deadline => ((Deadline)deadline!).Pass(), channel.Deadline).ConfigureAwait(false))
        {
            var session = new DialogSession(plan, way, channel, guard, log, _options);
            await session.Run().ConfigureAwait(false);
            return session.Result(startedAt);
        }
    }

    private static DialogResult Untried(DialogPlan plan, WireLog log, DateTimeOffset startedAt, DialogFault fault, string? detail)
    {
        var outcome = new DialogOutcome(SmtpPhase.Connect, fault, detail);
        log.Fault(FaultWords.For(outcome, plan, isConnected: false));
        return new DialogResult(plan, outcome)
        {
            Wire = log.Lines,
            StartedAt = startedAt,
            Elapsed = log.Elapsed,
            Recipients = Answers.Blank(plan),
        };
    }
}
