using Gatepost.Smtp;

namespace Gatepost.Evidence.Dialog;

/// <summary>What became of a <see cref="Login"/>.</summary>
/// <param name="Mechanism">The mechanism used; null where none could be.</param>
/// <param name="Accepted">True for 235.</param>
/// <param name="Reply">The server's last word; null where it was not asked.</param>
/// <param name="Problem">Why it was not tried or could not be finished, as half a sentence; null where the reply says it all.</param>
public sealed record LoginResult(string? Mechanism, bool Accepted, Reply? Reply, string? Problem = null);
