namespace Gatepost.Refusals;

/// <summary>
/// What the returned message tells about the mail that was refused. Taken from its headers; absent headers are null.
/// Everything here was written by the sender of that mail: hostile, and no proof of identity.
/// </summary>
public sealed record OriginalMessage
{
    /// <summary>Return-Path, or the X-Postfix-Sender/envelope-from that stands for it; empty for the null sender <c>&lt;&gt;</c>.</summary>
    public string? ReturnPath { get; init; }
    /// <summary>The address in From.</summary>
    public string? From { get; init; }
    /// <summary>The first address in To.</summary>
    public string? To { get; init; }
    /// <summary>Subject, decoded (RFC 2047).</summary>
    public string? Subject { get; init; }
    /// <summary>Message-ID without angle brackets.</summary>
    public string? MessageId { get; init; }
    /// <summary>Date as it stands.</summary>
    public string? Date { get; init; }
    /// <summary>Auto-Submitted (RFC 3834), lower case, without parameters: <c>no</c>, <c>auto-generated</c>, <c>auto-replied</c>, …</summary>
    public string? AutoSubmitted { get; init; }
    /// <summary>Another header that marks an automatic reply, as <c>Name: value</c> (X-Autoreply, X-Autorespond, Precedence: auto_reply, X-Auto-Response-Suppress …).</summary>
    public string? AutoReplyHint { get; init; }
    /// <summary>Precedence, lower case.</summary>
    public string? Precedence { get; init; }
    /// <summary>In-Reply-To without angle brackets.</summary>
    public string? InReplyTo { get; init; }
    /// <summary>List-Id or List-Unsubscribe is there: the original was a list or bulk mail.</summary>
    public bool IsListMail { get; init; }
    /// <summary>A spam mark that the message already carried, as <c>Name: value</c> (X-Spam-Flag: YES, …).</summary>
    public string? SpamMark { get; init; }
    /// <summary>The last hop that took the message from the client said it was authenticated (Received … with ESMTPA, ESMTPSA, "authenticated bits").</summary>
    public bool ReceivedWithAuth { get; init; }
    /// <summary>Only headers, or nothing, of the message came back.</summary>
    public bool HeadersOnly { get; init; }
}
