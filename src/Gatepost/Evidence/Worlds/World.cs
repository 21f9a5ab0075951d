using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;

namespace Gatepost.Evidence.Worlds;

/// <summary>Recorded surroundings of a refusal: what the DNS and the SMTP servers said, to be asked again at any time and place.</summary>
public sealed record World
{
    /// <summary>When the recording was made.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>The version of Gatepost that made it; empty where it was written by hand.</summary>
    public string Version { get; init; } = "";

    /// <summary>The name given in EHLO.</summary>
    public string Helo { get; init; } = "";

    /// <summary>What was asked about: a recipient, a domain or a host.</summary>
    public string Target { get; init; } = "";

    /// <summary>False where more was asked than a recording holds.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>The refusal's text, so that one file is a whole case; null where it is kept elsewhere.</summary>
    public WorldInput? Input { get; init; }

    /// <summary>DNS responses, in the order of the questions.</summary>
    public IReadOnlyList<DnsResponse> Responses { get; init; } = [];

    /// <summary>Dialogs, in the order they were begun. A login that was tried is told by its result; its secret is never here.</summary>
    public IReadOnlyList<DialogResult> Dialogs { get; init; } = [];
}
