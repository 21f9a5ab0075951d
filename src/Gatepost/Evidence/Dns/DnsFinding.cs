namespace Gatepost.Evidence.Dns;

/// <summary>One thing found.</summary>
/// <param name="Kind">What.</param>
/// <param name="Subject">The name it is about: the domain, an MX host, a name server.</param>
/// <param name="Says">The same as half a sentence for people, with the names and values: <c>mx.example.net has no address</c>.</param>
/// <param name="Provenance">Where it was seen, short: <c>resolver 192.0.2.53</c>, <c>ns1.example.net (192.0.2.1)</c>.</param>
public sealed record DnsFinding(DnsFindingKind Kind, string Subject, string Says, string Provenance);
