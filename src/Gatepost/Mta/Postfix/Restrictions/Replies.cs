using System.Globalization;
using Gatepost.Relay;
using Gatepost.Smtp;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>Makes the replies of one SMTP server: codes from its parameters, soft_bounce, and the enhanced code after the reply code.</summary>
internal sealed class Replies(PostfixSettings settings)
{
    private readonly bool _isSoft = settings.IsYes("soft_bounce");
    private readonly string? _footer = Footer(settings);

    /// <summary>The reply to whoever meets a mistake in the configuration.</summary>
    public ReplyText ServerError => Make(451, "4.3.5", "Server configuration error");

    /// <summary>A reply code from a parameter.</summary>
    public int Code(string parameter, int otherwise) =>
        int.TryParse(settings.Get(parameter).Value, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : otherwise;

    /// <summary>A reply. A code that is no refusal becomes what Postfix sends then.</summary>
    /// <param name="code">The reply code.</param>
    /// <param name="status">The enhanced code; its first digit follows the reply code.</param>
    /// <param name="text">The text; null where it is not known.</param>
    public ReplyText Make(int code, string status, string? text)
    {
        // With the client's port in it nobody knows the text beforehand.
        if (text?.Contains("{client}", StringComparison.Ordinal) == true && settings.IsYes("smtpd_client_port_logging")) text = null;
        if (code is < 400 or > 599 || !EnhancedStatus.TryParse(status, out var enhanced)) (code, enhanced, text) = (450, EnhancedStatus.Create(4, 7, 1)!.Value, "Service unavailable");
        var softens = _isSoft && code >= 500;
        if (softens) code -= 100;
        return new ReplyText(code, EnhancedStatus.Create(code / 100, enhanced.Subject, enhanced.Detail), text is null || _footer is null ? null : text + _footer) { IsSoftened = softens };
    }

    /// <summary>Splits <c>5.7.1 text</c>; the status that is given where the text has none.</summary>
    public static (string Status, string Text) Split(string text, string otherwise) =>
        EnhancedStatus.TryReadPrefix(text, out var status, out var length) && (length == text.Length || text[length] is ' ' or '\t')
            ? (status.ToString(), text[length..].TrimStart())
            : (otherwise, text);

    /// <summary>Makes a status about addresses fit what is refused: a sender is no recipient, a client is neither.</summary>
    public static string Fit(string status, string replyClass)
    {
        if (status.Length < 5 || status[1..4] != ".1.") return status;
        var detail = status[4..];
        return replyClass switch
        {
            ReplyClass.Sender => detail switch { "2" or "8" => "4.1.8", "1" or "3" or "4" or "6" or "7" => "4.1.7", _ => "4.1.0" },
            ReplyClass.Recipient => detail switch { "1" or "4" or "5" or "6" => $"4.1.{detail}", "2" or "8" => "4.1.2", "3" or "7" => "4.1.3", _ => "4.1.0" },
            _ => "4.0.0",
        };
    }

    // What follows every refusal; null where it is not known beforehand.
    private static string? Footer(PostfixSettings settings)
    {
        var footer = settings.Get("smtpd_reject_footer").Value;
        if (settings.Get("smtpd_reject_footer_maps").Value.Length > 0 || footer.Contains('$', StringComparison.Ordinal)) return null;
        if (footer.StartsWith(@"\c", StringComparison.Ordinal)) return footer[2..];
        return footer.Length == 0 ? "" : $" {footer.Replace(@"\n", " ", StringComparison.Ordinal)}";
    }
}
