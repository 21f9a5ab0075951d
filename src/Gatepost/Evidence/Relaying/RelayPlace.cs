namespace Gatepost.Evidence.Relaying;

/// <summary>Where a server that routes nothing onward would look for a form's recipient: it says which control speaks for the form.</summary>
public enum RelayPlace
{
    /// <summary>At the stranger's domain: nowhere on this server.</summary>
    Outside,
    /// <summary>A mailbox of its host name, with an odd local part.</summary>
    Host,
    /// <summary>A mailbox of its address literal.</summary>
    Literal,
    /// <summary>A mailbox without a domain, hence of the server's own.</summary>
    Bare,
}
