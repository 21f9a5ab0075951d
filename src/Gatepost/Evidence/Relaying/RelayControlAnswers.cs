namespace Gatepost.Evidence.Relaying;

/// <summary>Reads the controls: whether taking a form means anything, and whether refusing it does.</summary>
internal sealed class RelayControlAnswers(IReadOnlyList<RelayAnswer<RelayControl>> controls)
{
    private readonly RelayAnswer<RelayControl>? _impossible = controls.FirstOrDefault(static c => c.Probe.Kind == RelayControlKind.ImpossibleDomain);

    /// <summary>Why this form may be taken by a server that relays nothing; null where it cannot be.</summary>
    public string? Doubt(RelayForm form)
    {
        var speakers = Speakers(form);
        if (speakers.Any(Speaks)) return null;
        if (speakers.FirstOrDefault(static c => c.Outcome == RelayOutcome.Accepted) is { } taken)
            return $"it takes every recipient at RCPT, also {taken.Probe.Recipient}, which nobody has; only a delivery tells a relay from a catch-all";
        if (speakers.FirstOrDefault(static c => c.Outcome == RelayOutcome.Refused) is { } refused)
            return $"it refuses unknown recipients at {refused.Probe.Domain} and a domain that cannot exist alike ({refused.Reply}), so it may take all others; name a domain whose mail it keeps";
        if (speakers.FirstOrDefault(static c => c.Reply is not null) is { } unclear)
            return $"whether it refuses unknown recipients of its own is not known: {unclear.Probe.Recipient} got {unclear.Reply}";
        return form.Place == RelayPlace.Outside
            ? "whether it refuses unknown recipients of its own is not known: name a domain whose mail it keeps"
            : "whether it refuses unknown recipients of its own was not answered";
    }

    /// <summary>The control that removed the doubt, as half a sentence.</summary>
    public string Refusal(RelayForm form)
    {
        var control = Speakers(form).First(Speaks);
        return $"it refuses unknown recipients of its own: {control.Probe.Recipient} got {control.Reply}";
    }

    /// <summary>Why refusals may be meant for the tester and not for the relaying; null where it took anything, or told the two apart.</summary>
    public string? RefusesUs(IReadOnlyList<RelayAnswer<RelayForm>> refused)
    {
        // Whoever asks for a login says why it refuses.
        if (refused.All(static f => f.Reply?.Code == 530)) return null;
        var postmasters = controls.Where(static c => c.Probe.Kind == RelayControlKind.Postmaster).ToList();
        var plain = refused[0];
        return postmasters.Count > 0 && postmasters.All(plain.IsAlike) && !controls.Any(static c => c.Outcome == RelayOutcome.Accepted)
            ? $"it refuses {postmasters[0].Probe.Recipient} alike ({plain.Reply}), so it may refuse this client and not the relaying; name a domain whose mail it keeps"
            : null;
    }

    private IEnumerable<RelayAnswer<RelayControl>> Speakers(RelayForm form) => form.Place switch
    {
        RelayPlace.Literal => controls.Where(static c => c.Probe.Kind == RelayControlKind.UnknownAtLiteral),
        RelayPlace.Bare => controls.Where(static c => c.Probe.Kind == RelayControlKind.UnknownBare),
        RelayPlace.Host => controls.Where(c => c.Probe.IsUnknownAtOwnDomain && form.Recipient.EndsWith('@' + c.Probe.Domain, StringComparison.Ordinal)),
        _ => controls.Where(static c => c.Probe.IsUnknownAtOwnDomain),
    };

    // At a domain that is only guessed to be the server's, a refusal may mean that the domain does not exist.
    private bool Speaks(RelayAnswer<RelayControl> control) =>
        control.Outcome == RelayOutcome.Refused
        && (control.Probe.Kind != RelayControlKind.UnknownAtLearnedDomain || _impossible is null || !control.IsAlike(_impossible));
}
