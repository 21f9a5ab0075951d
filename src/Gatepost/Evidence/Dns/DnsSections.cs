namespace Gatepost.Evidence.Dns;

/// <summary>The records of a message while it is read.</summary>
internal sealed class DnsSections
{
    /// <summary>The answer section.</summary>
    public List<DnsRecord> Answers { get; } = [];

    /// <summary>The authority section.</summary>
    public List<DnsRecord> Authority { get; } = [];

    /// <summary>The additional section without OPT.</summary>
    public List<DnsRecord> Additional { get; } = [];

    /// <summary>The OPT record; null where there is none.</summary>
    public DnsOpt? Opt { get; set; }
}
