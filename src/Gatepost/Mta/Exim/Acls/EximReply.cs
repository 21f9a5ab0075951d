using Gatepost.Relay;
using Gatepost.Smtp;

namespace Gatepost.Mta.Exim.Acls;

/// <summary>A reply of Exim's, whose text may be expanded for each attempt.</summary>
internal sealed record EximReply : ReplyText
{
    private readonly Func<Session, string>? _say;

    /// <summary>A reply that is the same for all attempts: <c>550 5.7.1 text</c>.</summary>
    public EximReply(string reply)
        : base(Of(reply))
    {
    }

    private EximReply(ReplyText like, Func<Session, string> say)
        : base(like) => _say = say;

    /// <summary>A reply that begins with one code and goes on as the attempt has it; without <paramref name="say"/> its text is not known.</summary>
    /// <param name="code">The code, of which the first digit is sure.</param>
    /// <param name="say">The whole reply for an attempt.</param>
    public static ReplyText Of(int code, Func<Session, string>? say) =>
        say is null ? new ReplyText(code, null, null) : new EximReply(new ReplyText(code, null, ""), say);

    /// <inheritdoc/>
    internal override Reply Fill(Session session)
    {
        var reply = _say is null ? this : Of(_say(session));
        return new Reply(reply.Code, reply.Enhanced, reply.Text ?? "");
    }
}
