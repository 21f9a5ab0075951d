namespace Gatepost.Evidence.Dialog;

/// <summary>The lines of one dialog as they come, each with its time; what is secret is kept out.</summary>
internal sealed class WireLog(TimeProvider time)
{
    private const int ShortestHidden = 3;
    private readonly long _start = time.GetTimestamp();
    private readonly List<WireLine> _lines = new(capacity: 16);
    private List<string>? _secrets;

    public IReadOnlyList<WireLine> Lines => _lines;

    public int Count => _lines.Count;

    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>True from the end of the TLS handshake on.</summary>
    public bool IsUnderTls { get; set; }

    /// <summary>
    /// Words that no line of the server may show from now on: it might echo them. One of a letter or two is not hidden: its holes
    /// in ordinary words would tell it.
    /// </summary>
    public void Hide(string secret)
    {
        if (secret.Length < ShortestHidden) return;
        _secrets ??= [];
        _secrets.Add(secret);
        _secrets.Sort(static (a, b) => b.Length.CompareTo(a.Length));
    }

    public void Client(string shown) => Add(IsUnderTls ? WireKind.ClientTls : WireKind.Client, shown);

    public void Server(string line, bool isRefusal) =>
        Add((isRefusal, IsUnderTls) switch
        {
            (false, false) => WireKind.Server,
            (false, true) => WireKind.ServerTls,
            (true, false) => WireKind.Refusal,
            (true, true) => WireKind.RefusalTls,
        }, WithoutSecrets(line));

    public void Note(string what) => Add(WireKind.Note, what);

    public void Fault(string what) => Add(WireKind.Fault, what);

    private void Add(WireKind kind, string text) => _lines.Add(new WireLine(kind, text, Elapsed));

    private string WithoutSecrets(string line)
    {
        if (_secrets is null) return line;
        foreach (var secret in _secrets) line = line.Replace(secret, SmtpLine.Hidden, StringComparison.Ordinal);
        return line;
    }
}
