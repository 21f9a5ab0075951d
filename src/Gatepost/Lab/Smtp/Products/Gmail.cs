using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Smtp.Products;

/// <summary>Gmail and Google Workspace, the servers that take mail in. A domain that Google does not host is an account that does not exist.</summary>
public class Gmail : MailProduct
{
    /// <summary>The product.</summary>
    public static Gmail Instance { get; } = new();

    private protected const string Mark = "4fb4d7f45d1cf-6231e9 - gsmtp";

    /// <inheritdoc/>
    public override string Name => "gmail";

    /// <inheritdoc/>
    public override string Greeting(string host, ClientView client) => $"220 {host} ESMTP {Mark}";

    /// <inheritdoc/>
    public override string Hello(string host, string helo, ClientView client) => $"{host} at your service, [{client.Address}]";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions => ["SIZE 157286400", "8BITMIME", "ENHANCEDSTATUSCODES", "PIPELINING", "CHUNKING", "SMTPUTF8"];

    /// <inheritdoc/>
    public override string Mechanisms => "LOGIN PLAIN";

    /// <inheritdoc/>
    public override string SenderOk(string sender) => $"250 2.1.0 OK {Mark}";

    /// <inheritdoc/>
    public override string RecipientOk(string recipient) => $"250 2.1.5 OK {Mark}";

    /// <inheritdoc/>
    public override string ResetOk => $"250 2.1.5 Flushed {Mark}";

    /// <inheritdoc/>
    public override string NoopOk => $"250 2.0.0 OK {Mark}";

    /// <inheritdoc/>
    public override string Bye(string host) => $"221 2.0.0 closing connection {Mark}";

    /// <inheritdoc/>
    public override string ReadyForTls => "220 2.0.0 Ready to start TLS";

    /// <inheritdoc/>
    public override string LoginOk => "235 2.7.0 Accepted";

    /// <inheritdoc/>
    public override string LoginRefused => $"535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials {Mark}";

    /// <inheritdoc/>
    public override string RelayDenied(string recipient, ClientView client, ClientNameState name) => UnknownRecipient(recipient);

    /// <inheritdoc/>
    public override string UnknownRecipient(string recipient) => $"550-5.1.1 The email account that you tried to reach does not exist. Please try\n550-5.1.1 double-checking the recipient's email address for typos or\n550-5.1.1 unnecessary spaces. For more information, go to\n550 5.1.1  https://support.google.com/mail/?p=NoSuchUser {Mark}";

    /// <inheritdoc/>
    public override string LoginRequired(string recipient, ClientView client) => $"530-5.7.0 Authentication Required. For more information, go to\n530 5.7.0  https://support.google.com/mail/?p=WantAuthError {Mark}";

    /// <inheritdoc/>
    public override string SenderNotOwn(string sender, string user) => $"553 5.7.1 Sender address is not valid for your login {Mark}";

    /// <inheritdoc/>
    public override string Greylisted(string recipient, ClientView client) => $"451 4.3.0 Mail server temporarily rejected message. {Mark}";

    /// <inheritdoc/>
    public override string Blocked(string list, ClientView client) => $"550-5.7.1 [{client.Address}] The IP you're using to send mail is not authorized to\n550-5.7.1 send email directly to our servers. Please use the SMTP relay at your\n550 5.7.1 service provider instead. {Mark}";

    /// <inheritdoc/>
    public override string Busy(string host, ClientView client) => $"421 4.7.0 Try again later, closing connection. {Mark}";

    /// <inheritdoc/>
    public override string OutOfOrder(string wanted) => $"503 5.5.1 {wanted} first. {Mark}";

    /// <inheritdoc/>
    public override string UnknownCommand(string command) => $"502 5.5.1 Unrecognized command. {Mark}";
}
