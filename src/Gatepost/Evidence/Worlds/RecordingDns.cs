using Gatepost.Evidence.Dns;

namespace Gatepost.Evidence.Worlds;

/// <summary>Keeps every question put to another DNS, with its response. For many threads.</summary>
public sealed class RecordingDns(IDns dns, int most = RecordingDns.Most) : IDns
{
    /// <summary>Responses kept unless told otherwise; questions beyond are answered, and not kept.</summary>
    public const int Most = 10_000;

    private readonly RecordingLog<DnsResponse> _log = new(most);

    /// <summary>The responses so far, in the order of the questions.</summary>
    public IReadOnlyList<DnsResponse> Responses => _log.Kept();

    /// <summary>False where there were more than are kept.</summary>
    public bool IsComplete => _log.IsComplete;

    /// <inheritdoc/>
    public async ValueTask<DnsResponse> Ask(DnsQuery query, CancellationToken cancel)
    {
        var place = _log.Reserve();
        var response = await dns.Ask(query, cancel).ConfigureAwait(false);
        _log.Keep(place, response);
        return response;
    }
}
