using System.Net;

namespace Gatepost.Evidence.Dns;

/// <summary>What a record holds. Names are lower case, without a final dot; <c>.</c> is the root. <c>ToString</c> is the zone file's form.</summary>
public abstract record DnsData
{
    private DnsData()
    {
    }

    /// <summary>A and AAAA.</summary>
    public sealed record Address(IPAddress Value) : DnsData
    {
        /// <inheritdoc/>
        public override string ToString() => Value.ToString();
    }

    /// <summary>NS, CNAME and PTR.</summary>
    public sealed record Target(string Name) : DnsData
    {
        /// <inheritdoc/>
        public override string ToString() => Dotted(Name);
    }

    /// <summary>MX. The null MX (RFC 7505) has the root as its exchange.</summary>
    public sealed record Mx(int Preference, string Exchange) : DnsData
    {
        /// <inheritdoc/>
        public override string ToString() => $"{Preference} {Dotted(Exchange)}";
    }

    /// <summary>TXT: its character strings joined without anything between them (RFC 7208 section 3.3), octets as Latin-1.</summary>
    public sealed record Txt(string Text) : DnsData
    {
        /// <inheritdoc/>
        public override string ToString() => $"\"{Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>SOA (RFC 1035 section 3.3.13); times in seconds.</summary>
    public sealed record Soa(string PrimaryServer, string Mailbox, uint Serial, uint Refresh, uint Retry, uint Expire, uint Minimum) : DnsData
    {
        /// <inheritdoc/>
        public override string ToString() => $"{Dotted(PrimaryServer)} {Dotted(Mailbox)} {Serial} {Refresh} {Retry} {Expire} {Minimum}";
    }

    /// <summary>DS, DNSKEY, RRSIG, TLSA and what is not known: the octets (RFC 3597).</summary>
    public sealed record Octets(ReadOnlyMemory<byte> Value) : DnsData
    {
        /// <inheritdoc/>
        public override string ToString() => $"\\# {Value.Length} {Convert.ToHexString(Value.Span)}";

        /// <inheritdoc/>
        public bool Equals(Octets? other) => other is not null && Value.Span.SequenceEqual(other.Value.Span);

        /// <inheritdoc/>
        public override int GetHashCode() => Value.Length;
    }

    private static string Dotted(string name) => name == "." ? name : name + ".";
}
