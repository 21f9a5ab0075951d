using System.Net;
using System.Text;
using Gatepost.Evidence.Dialog.Sasl;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Dialog;

internal sealed partial class DialogSession
{
    private const int MostChallenges = 8;

    /// <summary>
    /// Tries the login (RFC 4954). Where it fails, transactions are not held: they would be answered for a client that is not
    /// logged in, which was not the question.
    /// </summary>
    private async ValueTask<bool> LogIn()
    {
        if (plan.Login is not { } login) return true;
        _phase = SmtpPhase.Auth;
        var isPrivate = log.IsUnderTls || IPAddress.IsLoopback(way.Address);
        var mechanism = SaslMechanisms.Choose(login, Offer?.Mechanisms ?? [], isPrivate, out var problem);
        if (mechanism is null || login.User.Contains('\0') || login.Secret.Contains('\0'))
        {
            problem ??= "user or secret holds a NUL";
            _login = new LoginResult(null, Accepted: false, null, problem);
            return End(DialogFault.Stopped, problem);
        }

        Hide(login.Secret);
        var (reply, cancelled) = await Exchange(mechanism).ConfigureAwait(false);
        if (reply.Code == 0)
        {
            _login = new LoginResult(mechanism.Name, Accepted: false, null, cancelled);
            return false;
        }

        var isAccepted = reply.Code == 235;
        _login = new LoginResult(mechanism.Name, isAccepted, reply.ToReply(), cancelled ?? mechanism.Problem(isAccepted));
        if (_end is not null) return false;
        if (isAccepted) return true;
        var isAllThatWasAsked = reply.IsRefusal && plan.Envelopes.Count == 0;
        return !isAllThatWasAsked && RefusedOrMalformed(reply);
    }

    /// <summary>The server's last word, and why we cancelled where we did.</summary>
    private async ValueTask<(WireReply Reply, string? Problem)> Exchange(ISaslMechanism mechanism)
    {
        var initial = mechanism.Initial is { } first ? Hidden(first) : "";
        var reply = await Ask(SmtpVerb.Auth, mechanism.Name, initial).ConfigureAwait(false);
        string? problem = null;
        for (var i = 0; _end is null && reply.Code == 334 && problem is null; i++)
        {
            var step = i < MostChallenges ? Answer(mechanism, reply.Text(0)) : SaslStep.Cancel("the server asks without end");
            problem = step.Problem;
            if (!guard.PutAuthLine(step.Response is null ? "*" : Hidden(step.Response)))
            {
                Stopped();
                return (default, guard.Objection);
            }

            await channel.Send(guard.Take()).ConfigureAwait(false);
            reply = await Read().ConfigureAwait(false);
        }

        return (reply, problem);
    }

    private static SaslStep Answer(ISaslMechanism mechanism, string text)
    {
        var challenge = new byte[text.Length];
        return Convert.TryFromBase64String(text, challenge, out var length)
            ? mechanism.Answer(challenge.AsSpan(0, length))
            : SaslStep.Cancel("the server's challenge is not base64");
    }

    private string Hidden(byte[] response)
    {
        var base64 = Convert.ToBase64String(response);
        log.Hide(base64);
        return base64;
    }

    // Servers have been seen to quote what they were sent.
    private void Hide(string secret)
    {
        log.Hide(secret);
        var octets = Encoding.UTF8.GetBytes(secret);
        log.Hide(Encoding.Latin1.GetString(octets));
        log.Hide(Convert.ToBase64String(octets));
    }
}
