namespace Gatepost.Evidence.Dns;

/// <summary>The registry, asked by RDAP (RFC 9082, RFC 9083).</summary>
public interface IRdap
{
    /// <summary>What the registry says of a registered domain; null where it could not be asked or says nothing that can be read. Never throws.</summary>
    Task<RdapAnswer?> Find(string domain, CancellationToken cancel);
}
