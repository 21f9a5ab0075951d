using System.Collections.Immutable;
using Gatepost.Smtp;

namespace Gatepost.Relay;

/// <summary>What a policy does with an attempt, and why.</summary>
public sealed record Decision
{
    /// <summary>How it ends.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>The command whose reply decides.</summary>
    public required SmtpPhase Phase { get; init; }

    /// <summary>The reply; null where it is accepted, where it depends, and where the server closes the connection without one.</summary>
    public Reply? Reply { get; init; }

    /// <summary>False where the server gives codes of which the text is not known.</summary>
    public bool IsTextKnown { get; init; } = true;

    /// <summary>
    /// What the recipient is to the server; null where only the outside could tell. An accepted attempt with <see cref="AddressClass.Other"/> is relayed for a
    /// stranger's domain; a catch-all that makes every domain the server's own shows here as what it is.
    /// </summary>
    public AddressClass? Class { get; init; }

    /// <summary>The line that names the recipient's domain as the server's own; null where none does.</summary>
    public Origin? ClassOrigin { get; init; }

    /// <summary>The message is taken and thrown away.</summary>
    public bool IsDiscarded { get; init; }

    /// <summary>What decides where the kind is <see cref="DecisionKind.Depends"/>; what was asked in vain, though it changes nothing, otherwise.</summary>
    public ImmutableArray<Opaque> DependsOn { get; init; } = [];

    /// <summary>Every rule that was asked, in order.</summary>
    public ImmutableArray<TraceStep> Trace { get; init; } = [];

    /// <summary>True where mail is accepted for a domain that is not the server's.</summary>
    public bool IsRelayed => Kind == DecisionKind.Accept && Class == AddressClass.Other && !IsDiscarded;
}
