using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gatepost.RealServers.Hosts;

/// <summary>A server's process, from its start to its end.</summary>
internal sealed class Daemon : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly string _name;
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private Daemon(string name, Process process) => (_name, _process) = (name, process);

    /// <summary>Starts it and waits until all of its ports answer.</summary>
    public static async Task<Daemon> Start(string name, ProcessStartInfo start, params IReadOnlyList<IPEndPoint> ports)
    {
        var daemon = new Daemon(name, Process.Start(start)!);
        daemon._process.OutputDataReceived += daemon.Keep;
        daemon._process.ErrorDataReceived += daemon.Keep;
        daemon._process.BeginOutputReadLine();
        daemon._process.BeginErrorReadLine();
        daemon._process.StandardInput.Close();
        foreach (var port in ports) await daemon.Listens(port);
        return daemon;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private async Task Listens(IPEndPoint port)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            using var socket = new Socket(port.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(port);
                return;
            }
            catch (SocketException) when (!_process.HasExited && Stopwatch.GetElapsedTime(started) < s_patience)
            {
                await Task.Delay(20);
            }
            catch (SocketException)
            {
                lock (_output) throw new InvalidOperationException($"{_name} does not listen at {port}: {_output}");
            }
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output) _output.AppendLine(line.Data);
    }
}
