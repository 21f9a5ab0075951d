namespace Gatepost.Relay;

/// <summary>The parts of an attempt that vary on their own. Each <see cref="Leaf"/> looks at exactly one.</summary>
public enum Dimension
{
    /// <summary><see cref="Attempt.Client"/>.</summary>
    Client,
    /// <summary><see cref="Attempt.Name"/>, status and name.</summary>
    Name,
    /// <summary><see cref="Attempt.Helo"/>.</summary>
    Helo,
    /// <summary><see cref="Attempt.Tls"/>.</summary>
    Tls,
    /// <summary><see cref="Attempt.Login"/>.</summary>
    Login,
    /// <summary><see cref="Attempt.MailFrom"/>.</summary>
    Sender,
    /// <summary><see cref="Attempt.RcptTo"/>.</summary>
    Recipient,
}
