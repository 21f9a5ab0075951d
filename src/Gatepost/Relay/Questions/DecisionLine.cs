using Gatepost.Smtp;

namespace Gatepost.Relay.Questions;

/// <summary>A decision as one line, for golden files and assertions.</summary>
public static class DecisionLine
{
    /// <summary>
    /// <c>accept local</c>, <c>accept other</c> (relayed), <c>discard</c>, <c>554 5.7.1 &lt;u@far.test&gt;: Relay access denied</c>, <c>closed</c> where there is no reply,
    /// <c>depends mysql:/etc/postfix/domains.cf</c>.
    /// </summary>
    public static string Write(Decision decision) => decision.Kind switch
    {
        DecisionKind.Accept when decision.IsDiscarded => "discard",
        DecisionKind.Accept => $"accept {Word(decision.Class)}",
        DecisionKind.Depends => "depends " + string.Join(", ", decision.DependsOn.Select(static o => o.Source).Distinct(StringComparer.Ordinal)),
        _ => decision.Reply is { } reply ? (decision.Phase is SmtpPhase.Rcpt ? "" : Word(decision.Phase)) + reply : "closed",
    };

    /// <summary>The class in one word; <c>unknown</c> where only the outside could tell.</summary>
    public static string Word(AddressClass? value) => value switch
    {
        AddressClass.Other => "other",
        AddressClass.Local => "local",
        AddressClass.Alias => "alias",
        AddressClass.Virtual => "virtual",
        AddressClass.RelayDomain => "relay-domain",
        _ => "unknown",
    };

    private static string Word(SmtpPhase phase) => $"at {phase.ToString().ToLowerInvariant()}: ";
}
