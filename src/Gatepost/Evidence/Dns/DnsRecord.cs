namespace Gatepost.Evidence.Dns;

/// <summary>A resource record of class IN.</summary>
/// <param name="Name">The owner, lower case, without a final dot; octets that are no letter, digit, <c>-</c>, <c>_</c> as <c>\DDD</c>.</param>
/// <param name="Type">The type.</param>
/// <param name="Ttl">Time to live in seconds.</param>
/// <param name="Data">The data.</param>
public sealed record DnsRecord(string Name, DnsType Type, uint Ttl, DnsData Data)
{
    /// <summary>The record in the form of a zone file.</summary>
    public override string ToString() => $"{Name}. {Ttl} {Type.ToString().ToUpperInvariant()} {Data}";
}
