using System.Net;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Transcripts;

/// <summary>One session of an Exchange protocol log while it is being read.</summary>
internal sealed class ExchangeSession(ExchangeRow first)
{
    private readonly TranscriptBuilder _dialog = new();
    private readonly string _connector = first.Connector;
    private string _remote = first.Remote;
    private string? _login;
    private bool? _isReceiving;

    public void Take(in ExchangeRow row, int line)
    {
        if (row.Remote.Length > 0) _remote = row.Remote;
        switch (row.Event)
        {
            case ">" or "<":
                var isReply = Dialect.LooksLikeReply(row.Data);
                _isReceiving ??= isReply ? row.Event == ">" : SmtpCommand.PhaseOf(row.Data) is null ? null : row.Event == "<";
                if (isReply && (_isReceiving is null || _isReceiving == (row.Event == ">"))) _dialog.Server(row.Data, line, row.Time);
                else if (!isReply) _dialog.Client(row.Data);
                break;
            case "*" when row.Context.StartsWith("authenticated", StringComparison.OrdinalIgnoreCase) && row.Data.Length > 0:
                _login = row.Data;
                break;
        }
    }

    public IEnumerable<Refusal> Refusals(string source, int firstLine, ReadLimits limits)
    {
        var (address, port) = Endpoint(_remote);
        var isReceiving = _isReceiving == true;
        foreach (var refusal in TranscriptRefusals.Of(_dialog.Build(), InputFormat.ExchangeProtocol, source, firstLine, limits))
        {
            var slash = _connector.IndexOf('\\');
            yield return isReceiving
                ? refusal with
                {
                    RefusedByReporter = true,
                    ReportingMta = slash > 0 ? _connector[..slash] : refusal.RemoteMta,
                    RemoteMta = null,
                    ClientAddress = address,
                    Login = _login,
                    Auth = _login is null ? refusal.Auth : AuthState.Used,
                    Software = "exchange",
                }
                : refusal with { RemoteAddress = address, RemotePort = port };
        }
    }

    private static (string? Address, int? Port) Endpoint(string text) =>
        IPEndPoint.TryParse(text, out var endpoint) ? (endpoint.Address.ToString(), endpoint.Port > 0 ? endpoint.Port : null) : (null, null);
}
