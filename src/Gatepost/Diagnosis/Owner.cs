namespace Gatepost.Diagnoses;

/// <summary>Who must act.</summary>
public enum Owner
{
    /// <summary>The facts at hand do not say.</summary>
    Undetermined,
    /// <summary>The person or program that sent the message.</summary>
    Sender,
    /// <summary>Whoever runs the server that sent the message.</summary>
    SendingAdmin,
    /// <summary>Whoever runs the recipient's mail server.</summary>
    RecipientAdmin,
    /// <summary>Whoever runs the DNS of the recipient's domain.</summary>
    RecipientDns,
    /// <summary>Whoever sent the original that was answered automatically.</summary>
    Platform,
    /// <summary>Whoever runs the network between the two servers.</summary>
    Network,
    /// <summary>Nobody: there is nothing to mend.</summary>
    Nobody,
}
