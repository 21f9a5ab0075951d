using Gatepost.Relay;
using Gatepost.Smtp;

namespace Gatepost.Mta.Exchange;

/// <summary>How Exchange reads addresses (documentation): a recipient needs a domain, a source route is dropped, and <c>%</c> and <c>!</c> mean nothing.</summary>
internal sealed class ExchangeAddressing : Addressing
{
    private static readonly ReplyText s_wrong = new(501, EnhancedStatus.Create(5, 1, 3), null);

    public override bool TakesRoutesApart => false;

    public override ResolvedAddress Sender(string written) => written.Length == 0 ? new ResolvedAddress("", "", "") : Read(written);

    public override ResolvedAddress Recipient(string written) => Read(written) is { Domain.Length: > 0, LocalPart.Length: > 0 } read ? read : new ResolvedAddress("", "", "") { Written = written, Problem = s_wrong };

    private static ResolvedAddress Read(string written)
    {
        var path = written;
        if (path.StartsWith('@') && path.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon) path = path[(colon + 1)..];
        path = path.ToLowerInvariant();
        var at = path.LastIndexOf('@');
        return new ResolvedAddress(path, at < 0 ? path : path[..at], at < 0 ? "" : path[(at + 1)..].TrimEnd('.')) { Written = written };
    }
}
