using Gatepost.Relay;
using Gatepost.Smtp;

namespace Gatepost.Mta.Exchange;

/// <summary>What Exchange replies (documentation). The words differ between versions; where they are not certain they are left out.</summary>
internal static class ExchangeReplies
{
    public static readonly Verdict Accept = new Verdict.Accept();
    public static readonly Verdict UnableToRelay = new Verdict.Refuse(ReplyText.Of("550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain"));
    public static readonly Verdict RelayAccessDenied = new Verdict.Refuse(ReplyText.Of("550 5.7.64 TenantAttribution; Relay Access Denied"));
    public static readonly Verdict NotAuthenticated = Coded(530, 5, 7, 57);
    public static readonly Verdict MustStartTls = Coded(451, 5, 7, 3);
    public static readonly Verdict SendAsDenied = Coded(550, 5, 7, 60);
    public static readonly Verdict UnknownRecipient = Coded(550, 5, 1, 10);
    public static readonly Verdict UnknownRecipientOnline = Coded(550, 5, 4, 1);
    public static readonly Verdict PartnerRestricted = Coded(550, 5, 7, 51);
    public static readonly Verdict NoConnector = Coded(421, 4, 3, 2);
    public static readonly Verdict NoLogin = Coded(504, 5, 7, 4);

    private static Verdict.Refuse Coded(int code, int @class, int subject, int detail) => new(new ReplyText(code, EnhancedStatus.Create(@class, subject, detail), null));
}
