using System.Net;
using Gatepost.Evidence.Dialog;

namespace Gatepost.Evidence.Relaying;

/// <summary>A relay test that was held, or was not for want of consent.</summary>
/// <param name="Target">The server.</param>
/// <param name="Consent">Why it may be tested, or may not.</param>
public sealed record RelayTest(RelayTarget Target, RelayConsent Consent)
{
    /// <summary>The server's host name, as far as known.</summary>
    public string? Host { get; init; }

    /// <summary>The forms, in the order of their numbers, each with its answer.</summary>
    public IReadOnlyList<RelayAnswer<RelayForm>> Forms { get; init; } = [];

    /// <summary>The controls, in the order they were planned.</summary>
    public IReadOnlyList<RelayAnswer<RelayControl>> Controls { get; init; } = [];

    /// <summary>Why forms were left out, as half sentences.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>True where the tester's domain is known to be served by this server: its answers then tell nothing of relaying.</summary>
    public bool ServesTesterDomain { get; init; }

    /// <summary>The dialogs, in the order they were planned.</summary>
    public IReadOnlyList<DialogResult> Dialogs { get; init; } = [];

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it lasted.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The addresses at which the server saw the tester.</summary>
    public IReadOnlyList<IPAddress> Sources =>
        [.. Dialogs.Select(d => RelayVantage.Seen(d, Target.SeenAs)).OfType<IPAddress>().Distinct()];

    /// <summary>What it comes to.</summary>
    public RelayVerdict Verdict => RelayVerdict.Of(this);
}
