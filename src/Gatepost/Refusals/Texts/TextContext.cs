using System.Buffers;
using System.Net;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Texts;

/// <summary>What the words around a quoted reply say without doubt: who refused, at which command, for which recipient.</summary>
internal readonly record struct TextContext
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" [:\n\r\u2028");

    private static readonly (string Words, SmtpPhase Phase)[] Stages =
    [
        ("in reply to RCPT TO", SmtpPhase.Rcpt), ("in reply to MAIL FROM", SmtpPhase.Mail), ("in reply to end of DATA", SmtpPhase.EndOfData),
        ("in reply to DATA", SmtpPhase.Data), ("in reply to EHLO", SmtpPhase.Ehlo), ("in reply to HELO", SmtpPhase.Ehlo),
        ("in reply to STARTTLS", SmtpPhase.StartTls), ("in reply to AUTH", SmtpPhase.Auth), ("after RCPT TO", SmtpPhase.Rcpt),
        ("after pipelined RCPT TO", SmtpPhase.Rcpt), ("after MAIL FROM", SmtpPhase.Mail), ("after pipelined MAIL FROM", SmtpPhase.Mail), ("after end of data", SmtpPhase.EndOfData),
        ("after DATA", SmtpPhase.Data), ("after initial connection", SmtpPhase.Connect),
    ];

    public string? Host { get; private init; }
    public string? Address { get; private init; }
    public string? Recipient { get; private init; }
    public string? Sender { get; private init; }
    public SmtpPhase Phase { get; private init; }
    public string? Command { get; private init; }

    /// <summary>Reads what stands in <paramref name="text"/>, the lines around and with the reply.</summary>
    public static TextContext Read(ReadOnlySpan<char> text)
    {
        var context = default(TextContext);
        if (text.IndexOf("host ") is var host and >= 0) context = context.WithHost(text[(host + 5)..]);
        else if (text.IndexOf("while talking to ") is var talk and >= 0) context = context.WithHost(text[(talk + 17)..]);
        else if (text.IndexOf(" by ") is var by and >= 0) context = context.WithHost(text[(by + 4)..]);
        foreach (var (words, phase) in Stages)
        {
            if (text.IndexOf(words, StringComparison.OrdinalIgnoreCase) < 0) continue;
            context = context with { Phase = phase };
            break;
        }

        if (CommandAddress(text, "RCPT TO:") is { } recipient)
            context = context with { Recipient = recipient, Phase = context.Phase == SmtpPhase.Unknown ? SmtpPhase.Rcpt : context.Phase, Command = $"RCPT TO:<{recipient}>" };
        if (CommandAddress(text, "MAIL FROM:") is { } sender)
            context = context with { Sender = sender, Phase = context.Phase == SmtpPhase.Unknown ? SmtpPhase.Mail : context.Phase };
        return context.Recipient is null && LeadingAddress(text) is { } leading ? context with { Recipient = leading } : context;
    }

    /// <summary>Length of a reply's text without the reporter's <c>(in reply to … command)</c> behind it.</summary>
    public static int LengthWithoutStage(ReadOnlySpan<char> text)
    {
        var at = text.LastIndexOf("(in reply to ");
        return at > 0 ? text[..at].TrimEnd().Length : text.Length;
    }

    // mx.example.net[192.0.2.1] said:   mx.example.net [192.0.2.1]: 550   mx.example.net. [192.0.2.1].
    private TextContext WithHost(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(NameEnds);
        if (end <= 0) return this;
        var name = rest[..end].TrimEnd('.').ToString();
        if (DomainName.Parse(name) is not { IsSingleLabel: false }) return this;
        var open = rest[end..Math.Min(rest.Length, end + 3)].IndexOf('[');
        if (open < 0) return rest[end..].TrimStart().StartsWith("said:") ? this with { Host = name } : this;
        var address = rest[(end + open + 1)..];
        var close = address.IndexOf(']');
        return close > 0 && IPAddress.TryParse(address[..close], out _) ? this with { Host = name, Address = address[..close].ToString() } : this;
    }

    private static string? CommandAddress(ReadOnlySpan<char> text, string command)
    {
        var at = text.IndexOf(command, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = text[(at + command.Length)..].TrimStart();
        if (!rest.StartsWith("<")) return null;
        var end = rest.IndexOf('>');
        return end > 0 && Mailbox.Parse(rest[1..end].ToString()) is not null ? rest[1..end].ToString() : null;
    }

    private static string? LeadingAddress(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" >|*-\t\r\n\u2028");
        if (!text.StartsWith("<")) return null;
        var end = text.IndexOf(">:");
        return end > 1 && Mailbox.Parse(text[1..end].ToString()) is { Domain: not null } ? text[1..end].ToString() : null;
    }
}
