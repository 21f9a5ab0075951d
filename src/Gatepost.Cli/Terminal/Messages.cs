using System.Text;
using Gatepost.Reports;

namespace Gatepost.Cli.Terminal;

/// <summary>Messages on standard error, a line each, made safe to show. A progress line stands last and gives way to them.</summary>
internal sealed class Messages : IDisposable
{
    private readonly object _lock = new();
    private Stream? _stream;
    private Timer? _timer;
    private bool _hasProgress;

    /// <summary>One line, after the program's name.</summary>
    public void Write(string message) => Lines("gatepost: " + Escape.Line(message));

    /// <summary>Lines as they are; what comes from outside must be escaped already.</summary>
    public void Lines(string lines)
    {
        lock (_lock)
        {
            Clear();
            Put(lines + "\n");
        }
    }

    /// <summary>Shows a line that changes, once the work has lasted a second and where standard error is a terminal.</summary>
    public void ShowProgress(Func<string> text)
    {
        if (Console.IsErrorRedirected) return;
        _timer = new Timer(
            _ =>
            {
                lock (_lock)
                {
                    if (_timer is null) return;
                    Put("\r\x1b[K" + text());
                    _hasProgress = true;
                }
            },
            null, 1000, 250);
    }

    /// <summary>Takes the progress line away.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _timer?.Dispose();
            _timer = null;
            Clear();
        }
    }

    private void Clear()
    {
        if (_hasProgress) Put("\r\x1b[K");
        _hasProgress = false;
    }

    private void Put(string text)
    {
        try
        {
            (_stream ??= Descriptor.Open(2)).Write(Encoding.UTF8.GetBytes(text));
        }
        catch (IOException)
        {
            // Nobody reads the messages; the exit code still tells.
        }
    }
}
