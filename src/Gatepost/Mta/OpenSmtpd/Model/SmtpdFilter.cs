using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Model;

/// <summary>A filter.</summary>
/// <param name="Name">Its name; of a chain at a listener the listener's line.</param>
/// <param name="Origin">Where it stands.</param>
internal sealed record SmtpdFilter(string Name, Origin Origin)
{
    /// <summary>As written.</summary>
    public string Text { get; init; } = "";

    /// <summary>The program that is asked; null for the others.</summary>
    public string? Program { get; init; }

    /// <summary>The filters of a chain; empty for the others.</summary>
    public ImmutableArray<SmtpdFilter> Chain { get; init; } = [];

    public SmtpdFilterPhase Phase { get; init; }

    public SmtpdFilterTest Looks { get; init; }

    /// <summary>The test; null for programs and chains.</summary>
    public SmtpdTest? Test { get; init; }

    public SmtpdFilterAction Does { get; init; }

    /// <summary>The reply or the new value.</summary>
    public string Parameter { get; init; } = "";

    /// <summary>The filters that are asked, in order.</summary>
    public ImmutableArray<SmtpdFilter> All => Chain.IsEmpty ? [this] : Chain;
}
