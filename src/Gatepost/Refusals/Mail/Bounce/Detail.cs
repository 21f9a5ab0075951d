using Gatepost.Smtp;

namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>What a report says of one refusal, apart from the recipient.</summary>
internal sealed record Detail
{
    /// <summary>Nothing said.</summary>
    public static Detail None { get; } = new();

    /// <summary>The refusing server's reply, or the reporter's words where it quotes none.</summary>
    public Reply Reply { get; init; } = Reply.Empty;

    /// <summary>The stage of the session.</summary>
    public SmtpPhase Phase { get; init; }

    /// <summary>The command, where it is quoted.</summary>
    public string? Command { get; init; }

    /// <summary>Host name of the refusing server.</summary>
    public string? RemoteMta { get; init; }

    /// <summary>Address of the refusing server.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>Port of the refusing server.</summary>
    public int? RemotePort { get; init; }

    /// <summary>The reporter's own words around the reply.</summary>
    public string? Explanation { get; init; }

    /// <summary>True where a reply code or a status stands in the reply.</summary>
    public bool HasCode => Reply.Code is not null || Reply.Enhanced is not null;

    /// <summary>This, with what it lacks taken from <paramref name="other"/>; a reply with a code wins over one without.</summary>
    public Detail Or(Detail other)
    {
        var theirs = (!HasCode && other.HasCode) || Reply.Text.Length == 0 || (Reply.Code is null && other.Reply.Code is not null);
        return this with
        {
            Reply = theirs ? other.Reply : Reply,
            Explanation = Explanation ?? (theirs ? Words(Reply) : other.Explanation ?? (other.HasCode ? null : Words(other.Reply))),
            Phase = Phase == SmtpPhase.Unknown ? other.Phase : Phase,
            Command = Command ?? other.Command,
            RemoteMta = RemoteMta ?? other.RemoteMta,
            RemoteAddress = RemoteAddress ?? other.RemoteAddress,
            RemotePort = RemotePort ?? other.RemotePort,
        };
    }

    private static string? Words(Reply reply) => reply.Text.Length > 0 ? reply.Text : null;
}
