using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Smtp;

/// <summary>
/// The words of a mail server product, as its sources or its logs have them. A reply is its text, code first; the lines of a
/// longer one are parted by line feeds, each with its own code and mark.
/// </summary>
public abstract class MailProduct
{
    /// <summary>The name that Gatepost's readers use: <c>postfix</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The greeting.</summary>
    public abstract string Greeting(string host, ClientView client);

    /// <summary>The first line of the answer to EHLO, without its code.</summary>
    public abstract string Hello(string host, string helo, ClientView client);

    /// <summary>The extensions offered, without STARTTLS and AUTH, in the product's order.</summary>
    public abstract IReadOnlyList<string> Extensions { get; }

    /// <summary>The mechanisms offered where a port offers a login.</summary>
    public virtual string Mechanisms => "PLAIN LOGIN";

    /// <summary>MAIL was taken.</summary>
    public abstract string SenderOk(string sender);

    /// <summary>RCPT was taken.</summary>
    public abstract string RecipientOk(string recipient);

    /// <summary>RSET was taken.</summary>
    public abstract string ResetOk { get; }

    /// <summary>NOOP was taken.</summary>
    public virtual string NoopOk => "250 2.0.0 Ok";

    /// <summary>QUIT.</summary>
    public abstract string Bye(string host);

    /// <summary>STARTTLS was taken.</summary>
    public abstract string ReadyForTls { get; }

    /// <summary>The login was taken.</summary>
    public abstract string LoginOk { get; }

    /// <summary>The login was refused.</summary>
    public abstract string LoginRefused { get; }

    /// <summary>The recipient's domain is not this server's, and the client is a stranger.</summary>
    public abstract string RelayDenied(string recipient, ClientView client, ClientNameState name);

    /// <summary>The recipient is written in a form that asks for relaying; null where the product takes the form for a local part.</summary>
    public virtual string? RoutedAddress(string recipient, ClientView client) => RelayDenied(recipient, client, ClientNameState.Verified);

    /// <summary>The domain is this server's and has no such recipient.</summary>
    public abstract string UnknownRecipient(string recipient);

    /// <summary>The port takes nothing without a login.</summary>
    public abstract string LoginRequired(string recipient, ClientView client);

    /// <summary>Whether a missing login or a sender that is not the login's own is refused at MAIL; otherwise at RCPT (Postfix: smtpd_delay_reject).</summary>
    public virtual bool JudgesAtMail => true;

    /// <summary>The login may not use this sender.</summary>
    public abstract string SenderNotOwn(string sender, string user);

    /// <summary>Greylisted.</summary>
    public abstract string Greylisted(string recipient, ClientView client);

    /// <summary>The client is on a block list.</summary>
    public abstract string Blocked(string list, ClientView client);

    /// <summary>Too busy: with 421 the connection is closed.</summary>
    public abstract string Busy(string host, ClientView client);

    /// <summary>A command at the wrong time.</summary>
    public abstract string OutOfOrder(string wanted);

    /// <summary>A command that is not known.</summary>
    public abstract string UnknownCommand(string command);

    /// <summary>The product's name.</summary>
    public override string ToString() => Name;
}
