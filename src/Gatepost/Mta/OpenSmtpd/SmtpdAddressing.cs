using Gatepost.Mta.OpenSmtpd.Tables;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd;

/// <summary>
/// How OpenSMTPD reads addresses: the domain is what follows the last <c>@</c>, a source route is dropped up to its colon, an address without a domain gets the
/// listener's name, and <c>%</c> and <c>!</c> mean nothing. Quoted local parts are not taken.
/// </summary>
internal sealed class SmtpdAddressing(string hostName) : Addressing
{
    private const int Longest = 255;

    private static readonly ReplyText s_senderSyntax = ReplyText.Of("553 5.1.0 Sender address syntax error");
    private static readonly ReplyText s_recipientSyntax = ReplyText.Of("501 5.1.3 Recipient address syntax error");

    public override bool TakesRoutesApart => false;

    public override ResolvedAddress Sender(string written)
    {
        var path = PathOf(written);
        return path is "" or "@" ? new ResolvedAddress("@", "", "") { Written = "" } : Read(path) ?? Wrong(written, s_senderSyntax);
    }

    public override ResolvedAddress Recipient(string written) => Read(PathOf(written)) ?? Wrong(written, s_recipientSyntax);

    /// <summary>What stands before the first angle bracket; the rest is taken for options, and filters are asked before those are looked at.</summary>
    public static string PathOf(string written)
    {
        var end = written.IndexOf('>', StringComparison.Ordinal);
        return end < 0 ? written : written[..end];
    }

    private ResolvedAddress? Read(string path)
    {
        var (user, domain) = MailKeys.Split(path);
        if (user.Length > Longest || domain.Length > Longest) return null;
        var colon = user.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0) user = user[(colon + 1)..];
        if (!SmtpdNames.IsLocalPart(user)) return null;
        if (domain.Length == 0) domain = hostName;
        if (!SmtpdNames.IsDomain(domain)) return null;
        var (local, name) = (AsciiText.Lower(user), AsciiText.Lower(domain));
        return new ResolvedAddress($"{local}@{name}", local, name) { Written = $"{user}@{domain}" };
    }

    private static ResolvedAddress Wrong(string written, ReplyText reply) => new("", "", "") { Written = written, Problem = reply };
}
