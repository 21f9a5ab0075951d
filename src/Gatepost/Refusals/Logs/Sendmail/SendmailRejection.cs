using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.Sendmail;

/// <summary>
/// What Sendmail itself refused: <c>ruleset=check_rcpt, arg1=&lt;r&gt;, relay=name [ip], reject=550 5.7.1 …</c>,
/// <c>Milter: to=&lt;r&gt;, reject=…</c>, <c>&lt;r&gt;... User unknown</c>, <c>AUTH failure (LOGIN): …</c>.
/// </summary>
internal static class SendmailRejection
{
    public static Refusal? Read(ReadOnlySpan<char> text, Refusal common)
    {
        common = common with { RefusedByReporter = true };
        if (text.StartsWith("ruleset=")) return Ruleset(text["ruleset=".Length..], common);
        if (text.StartsWith("Milter: ")) return Milter(text["Milter: ".Length..], common);
        if (text.StartsWith("AUTH failure (")) return Auth(text, common);
        if (text.StartsWith("rejecting commands from "))
        {
            var client = text["rejecting commands from ".Length..];
            var due = client.IndexOf(" due to ");
            return due < 0 ? null : Client(client[..due], common) with { Phase = SmtpPhase.Connect, Reply = LogText.ReplyOf(client[(due + 1)..]) };
        }

        return text.StartsWith('<') ? UserUnknown(text, common) : null;
    }

    private static Refusal? Ruleset(ReadOnlySpan<char> text, Refusal common)
    {
        var comma = text.IndexOf(", ");
        if (comma < 0) return null;
        var ruleset = text[..comma];
        text = text[comma..];
        ReadOnlySpan<char> argument = default;
        if (text.StartsWith(", arg1="))
        {
            // The argument is the client's: its own commas and words count for nothing while it stands in angle brackets.
            var value = text[7..];
            var skip = value.StartsWith('<') && LogText.PathEnd(value) is var close and > 0 ? close + 1 : 0;
            var end = Next(value[skip..]);
            if (end < 0) return null;
            argument = value[..(skip + end)];
            text = value[(skip + end)..];
        }

        var reject = text.IndexOf(", reject=");
        if (reject < 0) return null;
        var reply = LogText.ReplyOf(text[(reject + 9)..]);
        var relay = LogText.Between(text[..reject], ", relay=", ", reject=");
        var address = LogText.Between(text[..reject], ", arg2=", ",");
        var refusal = Client(relay, common);
        return refusal with
        {
            Kind = LogText.KindOf(reply),
            Reply = reply,
            Phase = PhaseOf(ruleset),
            Recipient = ruleset is "check_rcpt" ? LogText.BareOrNull(argument) : null,
            Sender = ruleset is "check_mail" ? LogText.Bare(argument) : null,
            ClientAddress = refusal.ClientAddress ?? LogEndpoint.AddressOf(address),
        };
    }

    private static Refusal? Milter(ReadOnlySpan<char> text, Refusal common)
    {
        var reject = text.IndexOf(", reject");
        if (reject < 0) return null;
        var what = text[..reject];
        var rest = text[(reject + 8)..];
        var reply = rest.StartsWith('=') ? LogText.ReplyOf(rest[1..]) : Reply.Empty;
        var address = LogText.Between(what, "addr=", ",");
        return common with
        {
            Kind = LogText.KindOf(reply),
            Reply = reply,
            Phase = what.StartsWith("to=") ? SmtpPhase.Rcpt : what.StartsWith("from=") ? SmtpPhase.Mail : what.StartsWith("data") ? SmtpPhase.EndOfData
                : LogPhase.Of(what) is var phase and not SmtpPhase.Unknown ? phase
                : what.StartsWith("helo") ? SmtpPhase.Ehlo : what.StartsWith("connect") ? SmtpPhase.Connect : SmtpPhase.Unknown,
            Recipient = what.StartsWith("to=") ? LogText.BareOrNull(what[3..]) : null,
            Sender = what.StartsWith("from=") ? LogText.Bare(what[5..]) : null,
            Helo = what.StartsWith("helo=") ? LogText.OrNull(what[5..]) : null,
            ClientAddress = LogEndpoint.AddressOf(address),
        };
    }

    private static Refusal Auth(ReadOnlySpan<char> text, Refusal common)
    {
        var fields = text.IndexOf(", user=");
        if (fields < 0) fields = text.IndexOf(", relay=");
        var words = text[(text.IndexOf("): ") is var close and > 0 ? close + 3 : 0)..(fields < 0 ? text.Length : fields)];
        return Client(LogText.Between(text, ", relay=", ", user="), common) with
        {
            Phase = SmtpPhase.Auth,
            Reply = new Reply(null, null, LogText.Cut(words)),
            Login = LogText.OrNull(LogText.Between(text, ", user=", ", relay=")),
            Auth = AuthState.Failed,
        };
    }

    private static Refusal? UserUnknown(ReadOnlySpan<char> text, Refusal common)
    {
        var end = LogText.PathEnd(text);
        if (end < 0 || !text[(end + 1)..].StartsWith("... ")) return null;
        var words = text[(end + 5)..];
        if (!words.Contains("unknown", StringComparison.OrdinalIgnoreCase) && !words.Contains("denied", StringComparison.OrdinalIgnoreCase)
            && !words.Contains("No such", StringComparison.OrdinalIgnoreCase) && !words.Contains("rejected", StringComparison.OrdinalIgnoreCase)) return null;
        return common with { Phase = SmtpPhase.Rcpt, Reply = LogText.ReplyOf(words), Recipient = LogText.BareOrNull(text[..(end + 1)]) };
    }

    /// <summary><c>name [ip]</c>; a name that <c>may be forged</c> is not verified and not told.</summary>
    private static Refusal Client(ReadOnlySpan<char> relay, Refusal common)
    {
        var host = LogEndpoint.Read(relay);
        return common with { ClientAddress = host.Address, ClientName = relay.Contains("may be forged", StringComparison.Ordinal) ? null : host.Name };
    }

    private static int Next(ReadOnlySpan<char> text)
    {
        var end = -1;
        foreach (var key in (ReadOnlySpan<string>)[", arg2=", ", relay=", ", reject="])
            if (text.IndexOf(key) is var at and >= 0 && (end < 0 || at < end)) end = at;
        return end;
    }

    private static SmtpPhase PhaseOf(ReadOnlySpan<char> ruleset) => ruleset switch
    {
        "check_rcpt" or "check_compat" => SmtpPhase.Rcpt,
        "check_mail" => SmtpPhase.Mail,
        "check_relay" => SmtpPhase.Connect,
        "check_data" => SmtpPhase.Data,
        "check_eoh" or "check_eom" => SmtpPhase.EndOfData,
        "check_vrfy" or "check_expn" or "check_etrn" => SmtpPhase.Other,
        "trust_auth" => SmtpPhase.Auth,
        "tls_client" => SmtpPhase.StartTls,
        _ => SmtpPhase.Unknown,
    };
}
