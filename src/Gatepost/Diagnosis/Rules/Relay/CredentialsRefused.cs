using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP102: a login was tried and failed.</summary>
internal sealed class CredentialsRefused : CauseRule
{
    public override Cause Cause { get; } = new("GP102", "credentials-refused",
        "The outgoing server did not accept the login", Side.Sender, Owner.Sender)
    {
        Why = "The client tried to log in (SMTP AUTH) and the server refused the credentials or the way in which they were given: wrong user name or password, an account that needs an app password or OAuth, a disabled mechanism, a locked account.",
        Plain = "{server} did not accept the user name and password that your mail program gave it.",
        Fixes =
        [
            new Fix(Owner.Sender,
            [
                "Check the user name (usually your full address) and type the password anew in the outgoing-mail settings.",
                "If your account uses two-step sign-in, make an app password with your provider, or sign in through the provider's own window (OAuth).",
                "Send the message again.",
            ]),
            new Fix(Owner.SendingAdmin, ["Check that the account may use SMTP AUTH and is not locked; the server's log names the reason."]),
        ],
        DoNot = ["Do not retry in a loop: many servers lock the account or the address after a few failures."],
        Decides = "What does the outgoing server's log say about this login?",
        References = ["RFC 4954 sections 4 and 6", "RFC 3463 X.7.8"],
    };

    public override IReadOnlyList<string> Says =>
    [
        "(authentication|auth|authorization|login|logon|sasl login|sasl authentication|sasl plain authentication|sasl login authentication|log in) (failed|failure|unsuccessful|rejected|refused|credentials invalid|not accepted|was unsuccessful|error|has failed|denied|aborted|incorrect|invalid)",
        "(username|user name|userid|login|user) (and|or|and/or) password (not accepted|incorrect|invalid|wrong|do not match|is wrong|are wrong|rejected|mismatch)",
        "(incorrect|invalid|bad|wrong) (authentication|auth|login|smtp|user|username|sasl|) (data|credentials|password|username or password|login|name or password|user name or password|userid or password|user or password)",
        "(password|passwort|mot de passe|contraseña|senha) (is |ist |) (incorrect|invalid|wrong|expired|mismatch|falsch)",
        "application-specific password required",
        "app password .. required",
        "(please |) log in (via|with|through) your (web browser|browser)",
        "(smtpclientauthentication|smtp client authentication|smtp auth|basic authentication) is disabled",
        "(too many|multiple) (failed |bad |invalid |) (login|auth|authentication) (attempts|failures|errors)",
        "(authentication|auth) (mechanism|type|method) (is |) (too weak|not supported|unsupported|unrecognized|unrecognised|not available|disabled|invalid)",
        "unrecognized authentication type",
        "535 authentication",
        "(anmeldung|authentifizierung|login) (fehlgeschlagen|gescheitert|nicht erfolgreich)",
        "échec de (l'|)authentification",
        "(error de autenticación|fallo de autenticación|falha na autenticação|autenticazione fallita)",
        "(ошибка аутентификации|неверный логин или пароль|аутентификация не удалась)",
        "認証に失敗",
    ];

    public override IReadOnlyList<string> Unless =>
        ["(spf|dkim|dmarc|sender|message|email|domain|arc) (authentication|)>", "(credentials) for relay", "(header|sender id|senderid)>"];

    public override IReadOnlyList<string> Examples =>
    [
        "535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6",
        "535-5.7.8 Username and Password not accepted. For more information, go to https://support.example.com/",
        "535 Incorrect authentication data",
        "535 5.7.3 Authentication unsuccessful",
        "534-5.7.9 Application-specific password required.",
        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.",
        "454 4.7.0 Too many failed login attempts",
        "504 5.7.4 Unrecognized authentication type",
    ];

    public override IReadOnlyList<string> CounterExamples =>
        ["550 5.7.26 This mail has been blocked because the sender is unauthenticated. SPF did not pass", "530 5.7.0 Authentication required"];

    internal override Claim? Consider(Case c)
    {
        if (c.Says(this) && c.Reason is Reason.SecurityError or Reason.Undefined or Reason.OnHold or Reason.PolicyViolation or Reason.NoRelaying or Reason.Speeding)
            return new Claim(Confidence.High, "the words say that a login failed") { Facts = !c.WantsFacts ? [] : [Facts.Words(c, this, "the words say that a login failed", Cause.Id)] };
        if (c.Refusal.Auth == AuthState.Failed || (c.Refusal.Phase == SmtpPhase.Auth && c.Code is 535 or 534 or 454 or 538))
            return new Claim(Confidence.High, "the refusal answered AUTH") { Facts = !c.WantsFacts ? [] : [Facts.LoginFailed(c.Refusal, Cause.Id)] };
        return c.Code == 535 && c.Reason is Reason.SecurityError or Reason.Undefined or Reason.OnHold
            ? new Claim(Confidence.Medium, "reply code 535 is for failed logins (RFC 4954)")
            : null;
    }
}
