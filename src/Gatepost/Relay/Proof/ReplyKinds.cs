namespace Gatepost.Relay.Proof;

/// <summary>Tells the kinds of replies apart.</summary>
internal static class ReplyKinds
{
    /// <summary>The kind of a reply that an address or a pending verdict brings, where null is none.</summary>
    public static ReplyKind Of(ReplyText? reply) => reply is null ? ReplyKind.None : reply.IsTemporary ? ReplyKind.Temporary : ReplyKind.Permanent;

    /// <summary>The kind of a refusal, where null closes the connection.</summary>
    public static ReplyKind OfRefusal(ReplyText? reply) => reply is null ? ReplyKind.Closed : Of(reply);
}
