using Gatepost.Audits;
using Gatepost.Mta;
using Gatepost.Relay;
using Gatepost.Relay.Proof;

namespace Gatepost.Reports;

/// <summary>The audit's closed lists in words.</summary>
internal static class AuditWords
{
    /// <summary>A severity in one word.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    /// <summary>A verdict in one word.</summary>
    public static string Of(AuditVerdict verdict) => verdict switch
    {
        AuditVerdict.Closed => "closed",
        AuditVerdict.Open => "open",
        _ => "unknown",
    };

    /// <summary>How far a line was understood.</summary>
    public static string Of(Coverage coverage) => coverage switch
    {
        Coverage.Understood => "understood",
        Coverage.Irrelevant => "irrelevant",
        Coverage.Conditional => "conditional",
        Coverage.NotModelled => "not-modelled",
        _ => "unrecognised",
    };

    /// <summary>How a question about all attempts was answered.</summary>
    public static string Of(ProofStatus status) => status switch
    {
        ProofStatus.Proved => "proved",
        ProofStatus.Witness => "witness",
        _ => "unknown",
    };

    /// <summary><c>Postfix 3.7</c>.</summary>
    public static string Server(Configuration configuration)
    {
        var name = configuration.Software switch
        {
            "postfix" => "Postfix",
            "exim" => "Exim",
            "opensmtpd" => "OpenSMTPD",
            "sendmail" => "Sendmail",
            "exchange" => "Exchange",
            var other => other,
        };
        return configuration.Version is { } version ? $"{name} {version}" : name;
    }

    /// <summary>What was proved of a listener, or why not, in half a sentence.</summary>
    public static string Proof(ListenerAudit listener)
    {
        var name = DecisionWords.Of(listener.Policy.Listener);
        if (listener.Relay is not { } relay) return $"{name}: strangers cannot reach it{(listener.Verdict == AuditVerdict.Unknown ? ", but not every line was understood" : "")}";
        var submission = listener.Submission switch
        {
            { Status: ProofStatus.Proved } => ", and takes mail after a login only",
            { Status: ProofStatus.Witness } => ", but takes mail without a login",
            _ => "",
        };
        return relay.Status switch
        {
            ProofStatus.Witness => $"{name} relays for strangers",
            ProofStatus.Unknown when relay.Prevents is [var first, ..] => $"{name}: it depends on {first}",
            ProofStatus.Unknown when !relay.IsContradicted => $"{name}: a line that was not understood decides",
            ProofStatus.Unknown => $"{name}: the proof and the trial of its witness differ",
            _ when listener.Verdict == AuditVerdict.Unknown => $"{name}: nothing that was understood relays for strangers, but not every line was understood",
            _ => $"{name} relays for no stranger{submission}",
        };
    }
}
