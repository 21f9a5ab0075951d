using System.Diagnostics;

namespace Gatepost.Bench;

/// <summary>The processor time of this process since it was made, and from lap to lap.</summary>
internal sealed class CpuClock
{
    private readonly Process _process = Process.GetCurrentProcess();
    private readonly TimeSpan _start;
    private TimeSpan _lap;
    private long _allocated;

    public CpuClock()
    {
        _start = _lap = _process.TotalProcessorTime;
        _allocated = GC.GetTotalAllocatedBytes();
    }

    /// <summary>The processor time.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime - _start;
        }
    }

    /// <summary>Prints what a step took.</summary>
    public void Lap(string step)
    {
        _process.Refresh();
        var (now, allocated) = (_process.TotalProcessorTime, GC.GetTotalAllocatedBytes());
        Console.WriteLine($"{step}: {(now - _lap).TotalMilliseconds:N0} CPU ms, {(allocated - _allocated) / 1_000_000:N0} MB allocated");
        (_lap, _allocated) = (_process.TotalProcessorTime, GC.GetTotalAllocatedBytes());
    }
}
