namespace Gatepost.Evidence;

/// <summary>One observed thing. Facts support causes or rule them out; a fact without a source is worth nothing.</summary>
/// <param name="Kind">Dotted kebab-case kind: <c>reply.text</c>, <c>reply.code</c>, <c>host.role</c>, <c>auth.state</c>, <c>message.auto-submitted</c>, <c>dns.mx</c>, …</param>
/// <param name="Subject">What it is about: a host, a domain, an address, the reply.</param>
/// <param name="Value">What was observed. Hostile: escape it.</param>
/// <param name="Says">The fact as half a sentence for people: <c>mail.example.com is no MX of example.net</c>.</param>
/// <param name="Provenance">Where it was observed, short: <c>reply</c>, <c>Remote-MTA field</c>, <c>returned message</c>, <c>main.cf:41</c>.</param>
public sealed record Fact(string Kind, string Subject, string Value, string Says, string Provenance)
{
    /// <summary>When it was observed; null for what stands in the input.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>Ids of the causes it speaks for.</summary>
    public IReadOnlyList<string> Supports { get; init; } = [];
}
