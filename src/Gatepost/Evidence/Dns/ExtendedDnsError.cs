namespace Gatepost.Evidence.Dns;

/// <summary>An extended DNS error (RFC 8914).</summary>
/// <param name="Code">The INFO-CODE: 6 DNSSEC bogus, 7 signature expired, 9 DNSKEY missing, 22 no reachable authority, 23 network error, …</param>
/// <param name="Text">The EXTRA-TEXT; hostile.</param>
public sealed record ExtendedDnsError(int Code, string Text);
