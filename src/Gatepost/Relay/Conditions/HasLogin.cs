namespace Gatepost.Relay.Conditions;

/// <summary>The client has logged in, with any name, by any mechanism or by one of some.</summary>
/// <param name="mechanisms">The mechanisms that count, in capitals; null for all but ANONYMOUS.</param>
public sealed class HasLogin(IReadOnlyCollection<string>? mechanisms = null) : Leaf
{
    /// <inheritdoc/>
    public override Dimension Dimension => Dimension.Login;

    /// <inheritdoc/>
    public override void Mark(Landmarks landmarks)
    {
        foreach (var mechanism in mechanisms ?? []) landmarks.Mechanism(mechanism);
    }

    /// <inheritdoc/>
    public override Answer Ask(Session session) => Answer.Of(session.Attempt.Login is { } login
        && (mechanisms is null ? login.Mechanism != "ANONYMOUS" : mechanisms.Contains(login.Mechanism)));

    /// <inheritdoc/>
    public override string ToString() => mechanisms is null ? "logged in" : $"logged in by {string.Join(", ", mechanisms)}";
}
