namespace Gatepost.Evidence.Dialog;

/// <summary>Command lines as a dialog sends them, without their line end.</summary>
internal static class SmtpLine
{
    /// <summary>A command and its argument; MAIL and RCPT take the bare path, with parameters after it where there are any.</summary>
    public static string Of(SmtpVerb verb, string argument = "", string parameters = "") => verb switch
    {
        SmtpVerb.Ehlo => "EHLO " + argument,
        SmtpVerb.Helo => "HELO " + argument,
        SmtpVerb.StartTls => "STARTTLS",
        SmtpVerb.Auth => parameters.Length == 0 ? "AUTH " + argument : $"AUTH {argument} {parameters}",
        SmtpVerb.XClient => "XCLIENT " + argument,
        SmtpVerb.Mail => parameters.Length == 0 ? $"MAIL FROM:<{argument}>" : $"MAIL FROM:<{argument}> {parameters}",
        SmtpVerb.Rcpt => $"RCPT TO:<{argument}>",
        SmtpVerb.Rset => "RSET",
        SmtpVerb.Noop => "NOOP",
        SmtpVerb.Quit => "QUIT",
        _ => throw new ArgumentOutOfRangeException(nameof(verb)),
    };

    /// <summary>What people see in place of a secret.</summary>
    public const string Hidden = "***";
}
