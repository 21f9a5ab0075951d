using System.Net;
using Gatepost.Relay;

namespace Gatepost.Tests.Relay.Proof.Support;

/// <summary>Reads addresses as Postfix does in the main: folds case, strips routes and final dots, unfolds routes at the server's own domains.</summary>
internal sealed class PlainAddressing(bool takesRoutesApart, IReadOnlySet<string> local) : Addressing
{
    private static readonly ReplyText BadAddress = ReplyText.Of("501 5.1.3 Bad recipient address syntax");

    public override bool TakesRoutesApart => takesRoutesApart;

    public override ResolvedAddress Sender(string written) => written.Length == 0 ? new ResolvedAddress("", "", "") : Read(written);

    public override ResolvedAddress Recipient(string written)
    {
        if (written.Length == 0) return new ResolvedAddress("", "", "") { Problem = BadAddress };
        if (written.Equals("postmaster", StringComparison.OrdinalIgnoreCase)) return new ResolvedAddress("postmaster", "postmaster", "") { IsAlwaysAccepted = true };
        return Read(written);
    }

    private ResolvedAddress Read(string written)
    {
        var text = written.ToLowerInvariant();
        var (localPart, domain) = Split(text);
        for (var i = 0; takesRoutesApart && i < 20; i++)
        {
            if (localPart.Length == 0 && domain.StartsWith('@')) (localPart, domain) = Split(domain[1..]);
            if (localPart.StartsWith('@') && localPart.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon) localPart = localPart[(colon + 1)..];
            domain = domain.TrimEnd('.');
            if (domain.Length > 0 && !local.Contains(domain)) break;
            localPart = Unquoted(localPart);
            if (localPart.Contains('@', StringComparison.Ordinal)) (localPart, domain) = Split(localPart);
            else if (localPart.IndexOf('!', StringComparison.Ordinal) is > 0 and var bang) (localPart, domain) = (localPart[(bang + 1)..], localPart[..bang]);
            else if (localPart.LastIndexOf('%') is > 0 and var percent) (localPart, domain) = (localPart[..percent], localPart[(percent + 1)..]);
            else break;
        }

        domain = domain.TrimEnd('.');
        var bad = IPAddress.TryParse(domain, out _) || domain.StartsWith('.') || domain.StartsWith('-') || (domain.Contains('[', StringComparison.Ordinal) && !domain.EndsWith(']'));
        localPart = Unquoted(localPart);
        return new ResolvedAddress(domain.Length == 0 ? localPart : $"{localPart}@{domain}", localPart, domain)
        {
            Written = written,
            IsRouted = takesRoutesApart && localPart.AsSpan().IndexOfAny("@!%") >= 0,
            Problem = bad ? BadAddress : null,
        };
    }

    private static (string LocalPart, string Domain) Split(string text)
    {
        var at = text.LastIndexOf('@');
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }

    private static string Unquoted(string localPart) =>
        localPart is ['"', .., '"'] ? localPart[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal) : localPart;
}
