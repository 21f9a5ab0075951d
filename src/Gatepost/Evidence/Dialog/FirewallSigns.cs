namespace Gatepost.Evidence.Dialog;

/// <summary>What a firewall leaves behind that meddles with SMTP (Cisco's "fixup" or "inspect esmtp" and its like).</summary>
[Flags]
public enum FirewallSigns
{
    /// <summary>Nothing of the kind.</summary>
    None = 0,
    /// <summary>The greeting is made of asterisks.</summary>
    MaskedBanner = 1,
    /// <summary>A keyword in the answer to EHLO is written over with X: <c>XXXXXXXA</c> stands for STARTTLS.</summary>
    MaskedKeyword = 2,
    /// <summary>EHLO is refused behind a masked greeting.</summary>
    EhloRefused = 4,
}
