using Gatepost.Diagnoses;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Reports;

/// <summary>What the reports call things, and what of a refusal they show where sources differ.</summary>
internal static class Words
{
    public static string Owner(Owner owner) => owner switch
    {
        Diagnoses.Owner.Sender => "sender",
        Diagnoses.Owner.SendingAdmin => "sender's admin",
        Diagnoses.Owner.RecipientAdmin => "recipient's admin",
        Diagnoses.Owner.RecipientDns => "recipient's DNS",
        Diagnoses.Owner.Platform => "the platform that sent the original",
        Diagnoses.Owner.Network => "network",
        Diagnoses.Owner.Nobody => "nobody",
        _ => "undetermined",
    };

    public static string Risk(FixRisk risk) => risk switch
    {
        FixRisk.Low => "low risk",
        FixRisk.High => "high risk",
        _ => "no risk",
    };

    public static string Phase(SmtpPhase phase) => phase switch
    {
        SmtpPhase.Connect => "on connecting",
        SmtpPhase.Ehlo => "at EHLO",
        SmtpPhase.StartTls => "at STARTTLS",
        SmtpPhase.Auth => "at AUTH",
        SmtpPhase.Mail => "at MAIL FROM",
        SmtpPhase.Rcpt => "at RCPT TO",
        SmtpPhase.Data => "at DATA",
        SmtpPhase.EndOfData => "after the message",
        _ => "",
    };

    /// <summary>Host name or address of the server that said no; null where the source does not say.</summary>
    public static string? RefusingServer(Refusal refusal) =>
        refusal.RefusedByReporter ? refusal.ReportingMta : NotEmpty(refusal.RemoteMta) ?? NotEmpty(refusal.RemoteAddress);

    /// <summary>The domain of an address; null where there is none.</summary>
    public static string? Domain(string? address)
    {
        var at = address?.LastIndexOf('@') ?? -1;
        return at < 0 || at + 1 == address!.Length ? null : address[(at + 1)..];
    }

    public static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss' UTC'");

    public static string TimeForPeople(DateTimeOffset time) => time.ToUniversalTime().ToString("d MMM yyyy HH:mm' UTC'");

    /// <summary>The reply as said; where there is none, the reporter's words.</summary>
    public static string Said(Diagnosis diagnosis)
    {
        var reply = diagnosis.Refusal.Reply;
        var said = new Reply(Shown.Code(diagnosis), reply.Enhanced ?? Shown.Enhanced(diagnosis), reply.Text);
        return reply.Text.Length == 0 && NotEmpty(diagnosis.Refusal.Explanation) is { } words
            ? (said + " " + words).Trim()
            : said.ToString();
    }

    /// <summary>Source and line, for people.</summary>
    public static string Where(SourceSpan span)
    {
        var name = span.Source == "-" ? "stdin" : span.Source;
        return span.Line == 0 ? name : $"{name}:{span.Line}";
    }

    /// <summary>A fix's condition without the words that stand before it and the full stop.</summary>
    public static string Condition(string onlyIf)
    {
        var condition = onlyIf.TrimEnd('.');
        if (condition.StartsWith("only if ", StringComparison.OrdinalIgnoreCase)) condition = condition[8..];
        return condition.Length > 1 && char.IsUpper(condition[0]) && char.IsLower(condition[1]) ? char.ToLowerInvariant(condition[0]) + condition[1..] : condition;
    }

    public static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
