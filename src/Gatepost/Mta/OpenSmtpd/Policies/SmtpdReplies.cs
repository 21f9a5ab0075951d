using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>What OpenSMTPD replies (smtp_session.c and lka_session.c; measured on 6.8.0p2).</summary>
internal static class SmtpdReplies
{
    public static readonly Verdict Invalid = Of("550 Invalid recipient: <{recipient}>");
    public static readonly Verdict Temporary = Of("451 Temporary failure: <{recipient}>");
    public static readonly Verdict ExpansionFailed = Of("524 5.2.4 Mailing list expansion problem: <{recipient}>");
    public static readonly Verdict ExpansionFailedForNow = Of("424 4.2.4 Mailing list expansion problem: <{recipient}>");
    public static readonly Verdict NotNow = Of("503 5.5.1 Invalid command: Command not allowed at this point.");
    public static readonly Verdict NotSupported = Of("503 5.5.1 Invalid command: Command not supported");
    public static readonly Verdict WrongHelo = Of("501 5.5.4 Invalid command arguments: Invalid domain name");
    public static readonly Verdict NeedsTls = Of("530 5.5.1 Invalid command: Must issue a STARTTLS command first");
    public static readonly Verdict NeedsLogin = Of("530 5.5.1 Invalid command: Must issue an AUTH command first");
    public static readonly Verdict UnknownSenderOption = new Verdict.Refuse(ReplyText.Of("503 5.5.4 ") with { Text = null });
    public static readonly Verdict UnknownRecipientOption = Unknown(503);
    public static readonly Verdict SenderRejected = Of("530 Sender rejected");
    public static readonly Verdict SenderUnknownForNow = Of("421 4.3.0 Temporary Error");
    public static readonly Verdict Closed = new Verdict.Refuse(null);
    public static readonly Verdict Accept = new Verdict.Accept();

    /// <summary>What an <c>error:</c> alias says.</summary>
    public static Verdict Error(string text) => Of(text + ": <{recipient}>");

    /// <summary>What a filter says; a text that is no reply becomes an internal error.</summary>
    public static Verdict Filter(string text) =>
        Of(text.Length >= 5 && text[0] is '4' or '5' && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2]) && text[3] == ' ' ? text : "421 Internal server error");

    /// <summary>A refusal of which only the sort is known.</summary>
    public static Verdict Unknown(int code) => new Verdict.Refuse(new ReplyText(code, null, null));

    private static Verdict.Refuse Of(string reply) => new(ReplyText.Of(reply));
}
