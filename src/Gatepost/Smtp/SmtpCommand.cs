namespace Gatepost.Smtp;

/// <summary>What a command line is (RFC 5321 section 4.1.1 and the extensions in use).</summary>
public static class SmtpCommand
{
    /// <summary>The stage that a command belongs to; null where the text is no SMTP command.</summary>
    public static SmtpPhase? PhaseOf(ReadOnlySpan<char> command)
    {
        var end = command.IndexOfAny(' ', ':', '\t');
        var verb = end < 0 ? command : command[..end];
        if (verb.Length is < 4 or > 8) return null;
        Span<char> upper = stackalloc char[verb.Length];
        verb.ToUpperInvariant(upper);
        var rest = end < 0 ? default : command[end..].TrimStart();
        switch (upper)
        {
            case "EHLO" or "HELO" or "LHLO":
                return SmtpPhase.Ehlo;
            case "STARTTLS":
                return end < 0 ? SmtpPhase.StartTls : null;
            case "AUTH":
                return end < 0 ? null : SmtpPhase.Auth;
            case "MAIL":
                return rest.StartsWith("FROM:", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("FROM ", StringComparison.OrdinalIgnoreCase) ? SmtpPhase.Mail : null;
            case "RCPT":
                return rest.StartsWith("TO:", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("TO ", StringComparison.OrdinalIgnoreCase) ? SmtpPhase.Rcpt : null;
            case "DATA":
                return end < 0 ? SmtpPhase.Data : null;
            case "BDAT":
                return rest.EndsWith("LAST", StringComparison.OrdinalIgnoreCase) ? SmtpPhase.EndOfData : SmtpPhase.Data;
            case "QUIT" or "RSET" or "NOOP" or "VRFY" or "EXPN" or "ETRN" or "HELP" or "XCLIENT" or "XFORWARD":
                return SmtpPhase.Other;
            default:
                return null;
        }
    }

    /// <summary>The address of MAIL FROM or RCPT TO, bare; empty for <c>&lt;&gt;</c>; null for other commands.</summary>
    public static string? AddressOf(string? command)
    {
        if (command is null || PhaseOf(command) is not (SmtpPhase.Mail or SmtpPhase.Rcpt)) return null;
        var start = command.IndexOf(':') is var colon and >= 0 ? colon + 1 : command.LastIndexOf(' ') + 1;
        var rest = command.AsSpan(start).TrimStart();
        if (!rest.StartsWith("<"))
        {
            var blank = rest.IndexOf(' ');
            return (blank < 0 ? rest : rest[..blank]).ToString();
        }

        var isQuoted = false;
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '"') isQuoted = !isQuoted;
            else if (rest[i] == '\\') i++;
            else if (rest[i] == '>' && !isQuoted) return rest[1..i].ToString();
        }

        return rest[1..].ToString();
    }

    /// <summary>The command without what is secret in it: of AUTH only the mechanism stays.</summary>
    public static string WithoutSecrets(string command)
    {
        if (PhaseOf(command) != SmtpPhase.Auth) return command;
        var parts = command.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 ? $"{parts[0]} {parts[1]}" : parts[0];
    }
}
