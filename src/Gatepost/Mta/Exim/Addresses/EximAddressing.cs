using System.Text;
using Gatepost.Mta.Exim.Acls;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Addresses;

/// <summary>How Exim reads envelope addresses: syntax first, then unqualified ones get a domain, then the percent hack for the domains that have it.</summary>
internal sealed class EximAddressing : Addressing
{
    private const int MostHacks = 32;

    private readonly AddressSyntax _syntax;
    private readonly string _senderDomain;
    private readonly string _recipientDomain;

    public EximAddressing(EximWorld world)
    {
        _syntax = new AddressSyntax(world.IsOn("allow_domain_literals"), world.IsOn("strip_trailing_dot"), world.IsOn("strip_excess_angle_brackets"), world.IsOn("allow_utf8_domains"));
        (_senderDomain, _recipientDomain) = (world.QualifyDomain, world.QualifyRecipient);
    }

    /// <summary>True where no client at all may leave the domain of a recipient out, other than the postmaster's.</summary>
    public bool RefusesBareRecipients { get; init; }

    /// <summary>Tells whether a domain is one of percent_hack_domains; null without.</summary>
    public Func<string, bool>? HasPercentHack { get; init; }

    public override bool TakesRoutesApart => HasPercentHack is not null;

    public override ResolvedAddress Sender(string written)
    {
        var (address, hasDomain, _) = ExtractedAddress.Read($"<{written}>", true, _syntax);
        if (address is null) return new ResolvedAddress(written, written, "") { Written = written };
        return Resolved(written, hasDomain || address.Length == 0 ? address : $"{address}@{_senderDomain}");
    }

    public override ResolvedAddress Recipient(string written)
    {
        var data = WithoutOption($"<{written}>");
        var (address, hasDomain, problem) = ExtractedAddress.Read(data, false, _syntax);
        if (address is null) return new ResolvedAddress(written, written, "") { Written = written, Problem = new EximReply($"501 {data}: {problem}") };
        if (hasDomain) return Hacked(Resolved(written, address));
        var resolved = Hacked(Resolved(written, $"{address}@{_recipientDomain}"));
        return RefusesBareRecipients && !IsPostmaster(address) ? resolved with { Problem = BareReply(written, "recipient") } : resolved;
    }

    /// <summary>True where the client left the domain out and the address is not refused otherwise.</summary>
    public bool IsBare(ResolvedAddress address, bool isSender)
    {
        var (read, hasDomain, _) = ExtractedAddress.Read($"<{address.Written}>", isSender, _syntax);
        return read is { Length: > 0 } && !hasDomain && (isSender || !IsPostmaster(read));
    }

    /// <summary>What is wrong with the form of a sender, as Exim says it; null where nothing is.</summary>
    public string? SenderProblem(ResolvedAddress sender) => ExtractedAddress.Read($"<{sender.Written}>", true, _syntax).Problem;

    /// <summary>The reply to an address without a domain.</summary>
    public static ReplyText BareReply(string written, string what) => new EximReply($"501 <{written}>: {what} address must contain a domain");

    private static bool IsPostmaster(string address) => string.Equals(address, "postmaster", StringComparison.OrdinalIgnoreCase);

    // What stands behind a blank is taken for an option of RCPT; it is none, and comes back with = instead of the blank.
    private static string WithoutOption(string data)
    {
        for (var at = data.Length - 1; at > 0 && data[at] != '='; at--)
        {
            if (char.IsWhiteSpace(data[at])) return $"{data[..at]}={data[(at + 1)..]}";
            if (data[at] != '"') continue;
            at = data.LastIndexOf('"', at - 1);
            if (at <= 0) break;
        }

        return data;
    }

    private static ResolvedAddress Resolved(string written, string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 0) return new ResolvedAddress(address, address, "") { Written = written };
        return new ResolvedAddress(address, Unquoted(address.AsSpan(0, at)), address[(at + 1)..].ToLowerInvariant()) { Written = written };
    }

    private ResolvedAddress Hacked(ResolvedAddress address)
    {
        if (HasPercentHack is null) return address;
        var (local, domain, changed) = (address.LocalPart, address.Domain, (string?)null);
        for (var i = 0; i < MostHacks && HasPercentHack(domain) && local.LastIndexOf('%') is >= 0 and var at; i++)
        {
            changed = $"{local[..at]}@{local[(at + 1)..]}";
            (local, domain) = (local[..at], local[(at + 1)..].ToLowerInvariant());
        }

        return changed is null ? address : new ResolvedAddress(changed, local, domain) { Written = address.Written, IsRouted = true };
    }

    // Quotes go, and backslashes that quote.
    private static string Unquoted(ReadOnlySpan<char> local)
    {
        if (local.IndexOfAny('"', '\\') < 0) return local.ToString();
        var text = new StringBuilder(local.Length);
        for (var i = 0; i < local.Length; i++)
        {
            if (local[i] == '"') continue;
            if (local[i] == '\\' && i + 1 < local.Length) i++;
            text.Append(local[i]);
        }

        return text.ToString();
    }
}
