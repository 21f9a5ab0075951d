using Gatepost.Relay;

namespace Gatepost.Bench;

/// <summary>Addresses without routes, in lower case.</summary>
internal sealed class PlainAddressing : Addressing
{
    public override bool TakesRoutesApart => false;

    public override ResolvedAddress Sender(string written) => Read(written);

    public override ResolvedAddress Recipient(string written) => Read(written);

    private static ResolvedAddress Read(string written)
    {
        var text = written.ToLowerInvariant();
        var at = text.LastIndexOf('@');
        return at < 0 ? new ResolvedAddress(text, text, "") { Written = written } : new ResolvedAddress(text, text[..at], text[(at + 1)..]) { Written = written };
    }
}
