using System.Globalization;
using Gatepost.Relay;
using Gatepost.Smtp;

namespace Gatepost.Reports;

/// <summary>Decisions, attempts and rules in words.</summary>
internal static class DecisionWords
{
    /// <summary><c>refuses: 554 5.7.1 …</c>, <c>accepts, and relays it to a domain that is not the server's</c>.</summary>
    public static (string Says, Ink Ink) Verdict(Decision decision) => decision.Kind switch
    {
        DecisionKind.Accept when decision.IsDiscarded => ("takes it and throws it away", Ink.Caution),
        DecisionKind.Accept when decision.IsRelayed => ("takes it and relays it: the domain is not the server's", Ink.Caution),
        DecisionKind.Accept => ($"takes it, {Class(decision.Class)}", Ink.Good),
        DecisionKind.Depends => ("may take it or not: something outside the configuration decides", Ink.Caution),
        _ when decision.Reply is null => ("closes the connection without a reply", Ink.Bad),
        DecisionKind.Defer => ($"defers it: {decision.Reply}", Ink.Bad),
        _ => ($"refuses it: {decision.Reply}", Ink.Bad),
    };

    /// <summary>What a recipient is to the server.</summary>
    public static string Class(AddressClass? value) => value switch
    {
        AddressClass.Other => "for a domain that is not the server's",
        AddressClass.Local => "for a local domain",
        AddressClass.Alias => "for a domain of aliases",
        AddressClass.Virtual => "for a virtual domain",
        AddressClass.RelayDomain => "to be passed on: a relay domain",
        _ => "for a domain that may be the server's or not",
    };

    /// <summary>The command whose reply it is.</summary>
    public static string Phase(SmtpPhase phase) => phase switch
    {
        SmtpPhase.Connect => "at the connection",
        SmtpPhase.Ehlo => "at EHLO",
        SmtpPhase.StartTls => "at STARTTLS",
        SmtpPhase.Auth => "at AUTH",
        SmtpPhase.Mail => "at MAIL FROM",
        _ => "at RCPT TO",
    };

    /// <summary>What a rule came to.</summary>
    public static string Outcome(TraceStep step)
    {
        if (step.IsOnlyWarned) return "would refuse, only warns";
        var said = step.Verdict switch
        {
            Relay.Verdict.Permit or Relay.Verdict.PermitStage => "permits",
            Relay.Verdict.Accept { Discards: true } => "takes and discards",
            Relay.Verdict.Accept => "takes it",
            Relay.Verdict.Refuse { Reply: null } => "closes the connection",
            Relay.Verdict.Refuse { Reply.IsTemporary: true } => "defers",
            Relay.Verdict.Refuse => "refuses",
            Relay.Verdict.Enter enter => $"asks {enter.List.Name}",
            Relay.Verdict.DeferIfPermit => "defers if the rest permits",
            Relay.Verdict.DeferIfReject => "defers if the rest refuses",
            Relay.Verdict.Leave => "leaves the list",
            _ when step.Rule?.When is Relay.Conditions.Always => "no effect",
            _ => step.Answer.IsFault ? "broken" : step.Answer.IsYes ? "holds" : "no",
        };
        return step.Answer.Asked is null ? said : $"{said} (supposed)";
    }

    /// <summary>The listener with its port: <c>submission, port 587</c>.</summary>
    public static string Of(Listener listener)
    {
        var port = listener.Port is { } number && listener.Name != number.ToString(CultureInfo.InvariantCulture) && !listener.Name.EndsWith($":{number}", StringComparison.Ordinal) ? $" (port {number})" : "";
        return listener.Name + port;
    }

    /// <summary>The client in a few words.</summary>
    public static string Client(Attempt attempt) => attempt.Name.Status switch
    {
        NameStatus.Verified => $"{attempt.Client}, verified as {attempt.Name.Name}",
        NameStatus.Forged => $"{attempt.Client}, whose name {attempt.Name.Name} does not lead back",
        NameStatus.Temporary => $"{attempt.Client}, whose name lookup fails for now",
        _ => $"{attempt.Client}, without a name",
    };

    /// <summary>HELO, TLS and login in a few words.</summary>
    public static string Session(Attempt attempt) => string.Join(", ",
        attempt.Helo is { } helo ? $"HELO {helo}" : "no HELO",
        attempt.Tls switch { null => "no TLS", { Fingerprint: { } print } => $"TLS with certificate {print}", { IsVerified: true } => "TLS with a verified certificate", _ => "TLS" },
        attempt.Login is { } login ? $"logged in as {login.User}" : "no login");

    /// <summary>An address for a sentence; <c>&lt;&gt;</c> for the null sender.</summary>
    public static string Path(string path) => path.Length == 0 ? "<>" : path;
}
