namespace Gatepost.Evidence.Dialog;

/// <summary>What ended a dialog, or a step of it, before its plan was carried out.</summary>
public enum DialogFault
{
    /// <summary>Nothing: the plan was carried out. Single recipients may have been refused.</summary>
    None,
    /// <summary>The server said no (4yz or 5yz) at a step without which the rest makes no sense: greeting, EHLO, STARTTLS, every MAIL.</summary>
    Refused,
    /// <summary>Nothing came in time.</summary>
    TimedOut,
    /// <summary>The port answered with a reset: nobody listens.</summary>
    ConnectionRefused,
    /// <summary>The network says that there is no way to the address.</summary>
    Unreachable,
    /// <summary>The server closed the connection without a word that explains it.</summary>
    Closed,
    /// <summary>The server closed with 421.</summary>
    ClosedWith421,
    /// <summary>What came is no SMTP reply.</summary>
    Malformed,
    /// <summary>What came is longer than any reply may be (line, lines or octets in all).</summary>
    TooLong,
    /// <summary>TLS could not be agreed on.</summary>
    TlsFailed,
    /// <summary>STARTTLS was required and not offered.</summary>
    TlsNotOffered,
    /// <summary>The plan was cut short by our own rules: too many refusals, a tarpit, or something that must not be sent.</summary>
    Stopped,
    /// <summary>Not tried: a recorded world does not hold it, or the rules forbid the address.</summary>
    NotTried,
}
