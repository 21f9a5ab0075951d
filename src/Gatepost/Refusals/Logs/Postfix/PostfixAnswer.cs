using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.Postfix;

/// <summary>What a delivery line's text says: who answered what, at which stage.</summary>
internal readonly ref struct PostfixAnswer(PostfixRemote remote, Reply reply, SmtpPhase phase)
{
    public PostfixRemote Remote { get; } = remote;

    public Reply Reply { get; } = reply;

    public SmtpPhase Phase { get; } = phase;

    public string? Explanation { get; init; }

    public AuthState Auth { get; init; }
}
