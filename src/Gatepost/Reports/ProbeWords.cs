using System.Globalization;
using Gatepost.Diagnoses;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Smtp;

namespace Gatepost.Reports;

/// <summary>What the report of a probe calls things.</summary>
internal static class ProbeWords
{
    public static string Verdict(ProbeVerdictKind kind) => kind switch
    {
        ProbeVerdictKind.Accepts => "accepted",
        ProbeVerdictKind.Mixed => "mixed",
        ProbeVerdictKind.Refuses => "refused",
        ProbeVerdictKind.Defers => "put off",
        ProbeVerdictKind.NoMail => "no mail",
        ProbeVerdictKind.Unreachable => "unreachable",
        _ => "not known",
    };

    public static Ink Ink(ProbeVerdictKind kind) => kind switch
    {
        ProbeVerdictKind.Accepts => Reports.Ink.Good,
        ProbeVerdictKind.Mixed or ProbeVerdictKind.Refuses or ProbeVerdictKind.NoMail => Reports.Ink.Bad,
        _ => Reports.Ink.Caution,
    };

    /// <summary>Where the DNS sends a domain's mail, as half a sentence.</summary>
    public static string Route(MailRoute route, string domain) => route switch
    {
        MailRoute.Records => $"{domain} has MX records",
        MailRoute.Implicit => $"{domain} has no MX record; its mail goes to its own address",
        MailRoute.Null => $"{domain} has a null MX record: it takes no mail (RFC 7505)",
        MailRoute.None => $"{domain} has neither MX record nor address",
        MailRoute.NxDomain => $"{domain} does not exist",
        MailRoute.Unusable => $"{domain} has MX records, none of which leads to an address that mail can be sent to",
        MailRoute.Broken => $"the look-up of {domain} fails",
        _ => $"where the mail of {domain} goes was not found out",
    };

    public static string? State(MailHostState state) => state switch
    {
        MailHostState.Alias => "an alias",
        MailHostState.Literal => "an address instead of a name",
        MailHostState.NoAddress => "has no address",
        MailHostState.NxDomain => "does not exist",
        MailHostState.PrivateAddress => "has a private address only",
        MailHostState.Loopback => "has a loopback address only",
        MailHostState.Unresolvable => "cannot be looked up",
        _ => null,
    };

    /// <summary>What ended a dialog, as half a sentence.</summary>
    public static string Fault(DialogResult dialog)
    {
        var phase = Words.Phase(dialog.Outcome.Phase);
        var words = dialog.Outcome.Fault switch
        {
            DialogFault.None => "carried out",
            DialogFault.Refused => $"refused {phase}",
            DialogFault.TimedOut => $"no answer {phase}",
            DialogFault.ConnectionRefused => "connection refused",
            DialogFault.Unreachable => "no way to the address",
            DialogFault.Closed => $"closed by the server {phase}",
            DialogFault.ClosedWith421 => $"closed by the server with 421 {phase}",
            DialogFault.Malformed => $"no SMTP reply {phase}",
            DialogFault.TooLong => $"a reply without end {phase}",
            DialogFault.TlsFailed => "TLS failed",
            DialogFault.TlsNotOffered => "STARTTLS is not offered",
            DialogFault.Stopped => "stopped on our side",
            _ => "not tried",
        };
        words = words.TrimEnd();
        return string.IsNullOrEmpty(dialog.Outcome.Detail) ? words : $"{words}: {dialog.Outcome.Detail}";
    }

    /// <summary>TLS of a dialog, as half a sentence.</summary>
    public static string Tls(DialogResult dialog) => dialog switch
    {
        { Tls: { } tls } => $"{tls.Protocol}, certificate {Certificate(dialog, tls)}",
        { Outcome.Fault: DialogFault.TlsFailed } => "TLS fails",
        { OfferBeforeTls: { } offer } => offer.Parameters("STARTTLS") is null ? "no TLS offered" : "TLS offered, not used",
        _ => "",
    };

    /// <summary>Where AUTH is offered.</summary>
    public static string Auth(DialogResult dialog)
    {
        var before = dialog.OfferBeforeTls?.Mechanisms ?? [];
        var under = dialog.OfferUnderTls?.Mechanisms ?? [];
        if (dialog.Offer is null) return "";
        if (before.Count == 0 && under.Count == 0) return "no AUTH";
        if (dialog.OfferUnderTls is null) return "AUTH " + string.Join(' ', before);
        if (before.Count == 0) return $"AUTH {string.Join(' ', under)}{(dialog.OfferBeforeTls is null ? "" : " (under TLS only)")}";
        return before.SequenceEqual(under) ? $"AUTH {string.Join(' ', under)}, also before TLS" : $"AUTH {string.Join(' ', before)} before TLS, {(under.Count == 0 ? "none" : string.Join(' ', under))} under TLS";
    }

    public static string Duration(TimeSpan time) => time.TotalSeconds < 9.95
        ? time.TotalMilliseconds < 1000 ? $"{time.TotalMilliseconds:0} ms" : $"{time.TotalSeconds:0.0} s"
        : $"{time.TotalSeconds:0} s";

    /// <summary>A reply's code for a column; a dash where there is none.</summary>
    public static string Code(Reply? reply) => reply?.Code?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static string Certificate(DialogResult dialog, TlsSession tls)
    {
        if (tls.Subject is null && tls.Names.Count == 0) return "not shown";
        var fits = tls.NamesTheHost ? "fits" : $"is for {(tls.Names.Count > 0 ? tls.Names[0] : tls.Subject)}, not {dialog.Plan.Host}";
        return tls.ChainProblem is { } problem ? $"{fits} ({problem})" : fits;
    }
}
