namespace Gatepost.Mta;

/// <summary>The mail servers whose configurations are read.</summary>
public enum Software
{
    /// <summary>Postfix: main.cf and master.cf.</summary>
    Postfix,
    /// <summary>Exim: exim.conf, exim4.conf, Debian's split configuration, or <c>exim -bP config</c>.</summary>
    Exim,
    /// <summary>OpenSMTPD: smtpd.conf.</summary>
    OpenSmtpd,
    /// <summary>Sendmail: sendmail.mc or sendmail.cf.</summary>
    Sendmail,
    /// <summary>Exchange and Microsoft 365: exports of the standard cmdlets.</summary>
    Exchange,
}
