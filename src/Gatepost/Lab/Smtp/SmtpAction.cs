namespace Gatepost.Lab.Smtp;

/// <summary>What follows a reply.</summary>
internal enum SmtpAction
{
    /// <summary>The next command.</summary>
    Continue,
    /// <summary>TLS is agreed on.</summary>
    StartTls,
    /// <summary>The connection is closed.</summary>
    Close,
}
