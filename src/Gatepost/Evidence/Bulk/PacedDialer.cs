using Gatepost.Evidence.Dialog;

namespace Gatepost.Evidence.Bulk;

/// <summary>
/// Holds dialogs so that no provider has more than one connection from here at a time, and none sooner than a gap after the last.
/// Waiting counts in no dialog's time. Thread-safe.
/// </summary>
public sealed class PacedDialer(ISmtpDialer inner, TimeSpan gap, TimeProvider clock) : ISmtpDialer
{
    private readonly Dictionary<string, Turn> _turns = new(StringComparer.Ordinal);
    private int _sweepAt = 1024;

    /// <inheritdoc/>
    public async ValueTask<DialogResult> Hold(DialogPlan plan, CancellationToken cancel)
    {
        if (Provider.Of(plan.Host, plan.Address.Address) is not { } provider) return await inner.Hold(plan, cancel).ConfigureAwait(false);
        var turn = Enter(provider);
        var isHeld = false;
        try
        {
            await turn.Gate.WaitAsync(cancel).ConfigureAwait(false);
            isHeld = true;
            var wait = gap - clock.GetElapsedTime(turn.LastEnd);
            if (turn.WasUsed && wait > TimeSpan.Zero) await Task.Delay(wait, clock, cancel).ConfigureAwait(false);
            return await inner.Hold(plan, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return new DialogResult(plan, new DialogOutcome(Smtp.SmtpPhase.Connect, DialogFault.TimedOut, "it was cancelled before its turn came"));
        }
        finally
        {
            Leave(turn, isHeld);
        }
    }

    private Turn Enter(string provider)
    {
        lock (_turns)
        {
            if (_turns.Count >= _sweepAt) Sweep();
            if (!_turns.TryGetValue(provider, out var turn)) _turns.Add(provider, turn = new Turn());
            turn.Users++;
            return turn;
        }
    }

    private void Leave(Turn turn, bool isHeld)
    {
        lock (_turns) turn.Users--;
        if (!isHeld) return;
        (turn.LastEnd, turn.WasUsed) = (clock.GetTimestamp(), true);
        turn.Gate.Release();
    }

    // Providers that nobody waits for and whose gap is over.
    private void Sweep()
    {
        foreach (var (provider, turn) in _turns)
            if (turn.Users == 0 && clock.GetElapsedTime(turn.LastEnd) >= gap) _turns.Remove(provider);
        _sweepAt = Math.Max(1024, _turns.Count * 2);
    }

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);
        public long LastEnd { get; set; }
        public bool WasUsed { get; set; }
        public int Users { get; set; }
    }
}
