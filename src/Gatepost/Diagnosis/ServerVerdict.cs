using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Diagnoses;

/// <summary>Reads the verdict off dialogs with a server that the user named: what it says is all there is to go by.</summary>
public static class ServerVerdict
{
    /// <summary>The verdict; the same dialogs give the same verdict.</summary>
    public static ProbeVerdict Of(Observations observations, Rulebook? rulebook = null)
    {
        var dialogs = observations.RefuserDialogs;
        var name = observations.Inquiry.Refuser ?? "the server";
        if (dialogs.Count == 0) return new(ProbeVerdictKind.Unreachable, $"{name} has no address that could be found.", null, observations);
        if (dialogs.Where(static d => d.Login is { Accepted: false }).FirstOrDefault() is { Login: { } login } loggedOut)
            return new(ProbeVerdictKind.Refuses, login.Reply is null
                    ? $"{name} was not asked to log in: {login.Problem ?? "no mechanism fits"}."
                    : $"{name} refuses the login by {login.Mechanism}.",
                login.Reply is { } no ? Diagnose(observations, loggedOut, no, SmtpPhase.Auth, null, rulebook) : null, observations);

        var kinds = dialogs.Select(Of).ToArray();
        var kind = Together(kinds);
        var worst = Array.FindIndex(kinds, static k => k is ProbeVerdictKind.Refuses);
        if (worst < 0) worst = Array.FindIndex(kinds, static k => k is ProbeVerdictKind.Defers);
        if (worst < 0 && kind == ProbeVerdictKind.Unreachable) worst = 0;
        var diagnosis = worst < 0 ? null : Diagnose(observations, dialogs[worst], rulebook);
        return new(kind, Says(kind, name, observations, dialogs), diagnosis, observations);
    }

    private static ProbeVerdictKind Of(DialogResult dialog)
    {
        if (dialog.Recipients is [{ Reply: { } reply } answer, ..])
            return answer.IsAccepted switch { true => ProbeVerdictKind.Accepts, false => ProbeVerdictKind.Refuses, _ => reply.Code is null ? ProbeVerdictKind.Unknown : ProbeVerdictKind.Defers };
        return dialog.Outcome.Fault switch
        {
            DialogFault.None => dialog.Plan.Envelopes.Count == 0 ? ProbeVerdictKind.Accepts : ProbeVerdictKind.Unknown,
            DialogFault.Refused => dialog.Banner is { IsPermanent: false } ? ProbeVerdictKind.Defers : ProbeVerdictKind.Refuses,
            DialogFault.ClosedWith421 => ProbeVerdictKind.Defers,
            DialogFault.ConnectionRefused or DialogFault.Unreachable => ProbeVerdictKind.Unreachable,
            DialogFault.TimedOut when dialog.Banner is null => ProbeVerdictKind.Unreachable,
            _ => ProbeVerdictKind.Unknown,
        };
    }

    // Addresses that cannot be reached say nothing of the server, as long as another one can.
    private static ProbeVerdictKind Together(ProbeVerdictKind[] kinds)
    {
        var said = kinds.Where(static k => k is not (ProbeVerdictKind.Unreachable or ProbeVerdictKind.Unknown)).Distinct().ToArray();
        return said.Length switch
        {
            0 => kinds.Contains(ProbeVerdictKind.Unknown) ? ProbeVerdictKind.Unknown : ProbeVerdictKind.Unreachable,
            1 => said[0],
            _ => ProbeVerdictKind.Mixed,
        };
    }

    private static string Says(ProbeVerdictKind kind, string name, Observations observations, IReadOnlyList<DialogResult> dialogs)
    {
        var server = $"{name} port {observations.Inquiry.RefuserPort}";
        var recipient = dialogs[0].Plan.Envelopes is [{ Recipients: [var first, ..] }, ..] ? first : null;
        return kind switch
        {
            ProbeVerdictKind.Accepts when recipient is null => $"{server} answers. No recipient was asked for.",
            ProbeVerdictKind.Accepts => $"{server} takes mail for {recipient}.",
            ProbeVerdictKind.Refuses => $"{server} refuses {(recipient is null ? "the session" : $"mail for {recipient}")}.",
            ProbeVerdictKind.Defers => $"{server} puts {(recipient is null ? "the session" : $"mail for {recipient}")} off for now, which is no verdict.",
            ProbeVerdictKind.Mixed => $"The addresses of {server} differ about mail for {recipient}.",
            ProbeVerdictKind.Unreachable => $"{server} cannot be reached from here.",
            _ when recipient is null => $"Whether {server} answers could not be found out.",
            _ => $"What {server} says about mail for {recipient} could not be found out.",
        };
    }

    private static Diagnosis? Diagnose(Observations observations, DialogResult dialog, Rulebook? rulebook)
    {
        if (dialog.Recipients is [{ Reply: { } reply } answer, ..])
            return Diagnose(observations, dialog, reply, answer.Phase, answer.Recipient, rulebook);
        return Diagnose(observations, dialog, dialog.Banner is { IsPermanent: not null } banner ? banner : Reply.Empty with { Text = dialog.Outcome.Detail ?? "" },
            dialog.Outcome.Phase, observations.Inquiry.Recipient, rulebook);
    }

    private static Diagnosis Diagnose(Observations observations, DialogResult dialog, Reply reply, SmtpPhase phase, string? recipient, Rulebook? rulebook) =>
        (rulebook ?? Rulebook.Default).Diagnose(new Refusal
        {
            Format = InputFormat.Transcript,
            Source = new SourceSpan("probe", 0),
            Kind = reply.IsPermanent == false ? RefusalKind.Delayed : RefusalKind.Failed,
            Reply = reply,
            Recipient = recipient ?? observations.Inquiry.Recipient,
            Sender = observations.Inquiry.Sender,
            Phase = phase,
            RemoteMta = dialog.Plan.Host,
            RemoteAddress = dialog.Plan.Address.Address.ToString(),
            RemotePort = dialog.Plan.Address.Port,
            ClientAddress = dialog.LocalAddress?.Address.ToString(),
            Helo = dialog.Plan.Helo,
            Login = dialog.Login is { Accepted: true } ? dialog.Plan.Login?.User : null,
            Auth = AuthOf(dialog),
            Time = dialog.StartedAt == default ? null : dialog.StartedAt,
        });

    private static AuthState AuthOf(DialogResult dialog) => dialog switch
    {
        { Login.Accepted: true } => AuthState.Used,
        { Login: not null } => AuthState.Failed,
        { Offer: { } offer } => offer.Mechanisms.Count > 0 ? AuthState.OfferedNotUsed : AuthState.NotOffered,
        _ => AuthState.Unknown,
    };
}
