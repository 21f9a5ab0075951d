using System.Net.Sockets;

namespace Gatepost.Evidence.Dialog;

/// <summary>
/// The one timer of a dialog. Where a wait outlasts its bound the socket is closed, which ends whatever is pending on it: no
/// token or timer is needed for a single read.
/// </summary>
internal sealed class Deadline : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private readonly TimeProvider _time;
    private readonly Socket _socket;
    private readonly long _end;
    private readonly ITimer _timer;
    private long _due;
    private volatile bool _hasPassed;

    /// <param name="time">The clock.</param>
    /// <param name="socket">What is closed when time is up.</param>
    /// <param name="total">The bound of the whole dialog.</param>
    public Deadline(TimeProvider time, Socket socket, TimeSpan total)
    {
        _time = time;
        _socket = socket;
        _due = _end = After(total);
        _timer = time.CreateTimer(static state => ((Deadline)state!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>True once time is up or the dialog was cancelled.</summary>
    public bool HasPassed => _hasPassed;

    /// <summary>Bounds the wait that begins now; the bound of the whole dialog holds as well.</summary>
    public void Set(TimeSpan bound)
    {
        Volatile.Write(ref _due, Math.Min(After(bound), _end));
        Arm();
    }

    /// <summary>Ends the dialog now.</summary>
    public void Pass()
    {
        _hasPassed = true;
        _socket.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private TimeSpan Left => _time.GetElapsedTime(_time.GetTimestamp(), Volatile.Read(ref _due));

    private long After(TimeSpan span) => _time.GetTimestamp() + (long)(span.TotalSeconds * _time.TimestampFrequency);

    private void Arm()
    {
        var left = Left;
        _timer.Change(left < Tick ? Tick : left, Timeout.InfiniteTimeSpan);
    }

    // A timer that was set for a wait now over fires for nothing.
    private void Look()
    {
        if (Left <= TimeSpan.Zero) Pass();
        else Arm();
    }
}
