using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.Postfix;

/// <summary>Stages of the session in Postfix's words.</summary>
internal static class PostfixPhases
{
    /// <summary>What follows <c>in reply to</c>: <c>RCPT TO command)</c>, <c>end of DATA command)</c>.</summary>
    public static SmtpPhase OfCommand(ReadOnlySpan<byte> command) =>
        command.StartsWith("RCPT"u8) ? SmtpPhase.Rcpt
        : command.StartsWith("end of DATA"u8) || command.StartsWith("BDAT"u8) ? SmtpPhase.EndOfData
        : command.StartsWith("MAIL"u8) ? SmtpPhase.Mail
        : command.StartsWith("DATA"u8) ? SmtpPhase.Data
        : command.StartsWith("EHLO"u8) || command.StartsWith("HELO"u8) || command.StartsWith("LHLO"u8) ? SmtpPhase.Ehlo
        : command.StartsWith("STARTTLS"u8) ? SmtpPhase.StartTls
        : command.StartsWith("AUTH"u8) ? SmtpPhase.Auth
        : command.Length < 4 ? SmtpPhase.Unknown : SmtpPhase.Other;

    /// <summary>What follows <c>while</c>: <c>sending RCPT TO</c>, <c>receiving the initial server greeting</c>.</summary>
    public static SmtpPhase OfActivity(ReadOnlySpan<byte> activity)
    {
        if (activity.StartsWith("receiving the initial"u8)) return SmtpPhase.Connect;
        if (activity.StartsWith("performing the "u8))
            return activity[15..].StartsWith("STARTTLS"u8) ? SmtpPhase.StartTls
                : activity[15..].StartsWith("AUTH"u8) || activity[15..].StartsWith("SASL"u8) ? SmtpPhase.Auth : SmtpPhase.Ehlo;
        if (!activity.StartsWith("sending "u8)) return SmtpPhase.Unknown;
        activity = activity[8..];
        return activity.StartsWith("message body"u8) || activity.StartsWith("end of data"u8) ? SmtpPhase.EndOfData : OfCommand(activity);
    }

    /// <summary>The stage of an inbound refusal: <c>RCPT</c>, <c>END-OF-MESSAGE</c>.</summary>
    public static SmtpPhase OfStage(ReadOnlySpan<byte> stage) =>
        stage.SequenceEqual("RCPT"u8) ? SmtpPhase.Rcpt
        : stage.SequenceEqual("CONNECT"u8) ? SmtpPhase.Connect
        : stage.SequenceEqual("END-OF-MESSAGE"u8) || stage.SequenceEqual("BDAT"u8) ? SmtpPhase.EndOfData
        : stage.SequenceEqual("MAIL"u8) ? SmtpPhase.Mail
        : stage.SequenceEqual("EHLO"u8) || stage.SequenceEqual("HELO"u8) || stage.SequenceEqual("LHLO"u8) ? SmtpPhase.Ehlo
        : stage.SequenceEqual("DATA"u8) ? SmtpPhase.Data
        : stage.SequenceEqual("STARTTLS"u8) ? SmtpPhase.StartTls
        : stage.SequenceEqual("AUTH"u8) ? SmtpPhase.Auth
        : stage.SequenceEqual("UNKNOWN"u8) ? SmtpPhase.Unknown : SmtpPhase.Other;
}
