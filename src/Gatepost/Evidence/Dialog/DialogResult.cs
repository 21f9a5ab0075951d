using System.Net;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Dialog;

/// <summary>A dialog that was held, or tried: what was said, when, and how it ended.</summary>
/// <param name="Plan">What was to be held.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record DialogResult(DialogPlan Plan, DialogOutcome Outcome)
{
    /// <summary>Every line in its order.</summary>
    public IReadOnlyList<WireLine> Wire { get; init; } = [];

    /// <summary>The greeting; null where none came.</summary>
    public Reply? Banner { get; init; }

    /// <summary>What EHLO brought before TLS; null where there was none.</summary>
    public EhloOffer? OfferBeforeTls { get; init; }

    /// <summary>What EHLO brought under TLS; null where there was none.</summary>
    public EhloOffer? OfferUnderTls { get; init; }

    /// <summary>TLS, where it was agreed on.</summary>
    public TlsSession? Tls { get; init; }

    /// <summary>What became of the login; null where none was planned.</summary>
    public LoginResult? Login { get; init; }

    /// <summary>The answers to the recipients, in the plan's order.</summary>
    public IReadOnlyList<RecipientAnswer> Recipients { get; init; } = [];

    /// <summary>The address that we connected from; null where there was no connection.</summary>
    public IPEndPoint? LocalAddress { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it lasted.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Round trips on the wire: connecting, TLS, and each wait for replies count one (TLS 1.3 one, before it two).</summary>
    public int RoundTrips { get; init; }

    /// <summary>The longest wait for a reply.</summary>
    public TimeSpan SlowestReply { get; init; }

    /// <summary>The offer that counts: under TLS where there is one.</summary>
    public EhloOffer? Offer => OfferUnderTls ?? OfferBeforeTls;
}
