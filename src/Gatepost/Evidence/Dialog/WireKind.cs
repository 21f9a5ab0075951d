namespace Gatepost.Evidence.Dialog;

/// <summary>Who said a <see cref="WireLine"/>; in brackets swaks' mark for it.</summary>
public enum WireKind
{
    /// <summary>We (<c>-&gt;</c>, under TLS <c>~&gt;</c>).</summary>
    Client,
    /// <summary>The server (<c>&lt;-</c>, under TLS <c>&lt;~</c>).</summary>
    Server,
    /// <summary>The server, refusing or breaking the rules (<c>&lt;**</c>, under TLS <c>&lt;~*</c>).</summary>
    Refusal,
    /// <summary>What happened to the connection (<c>===</c>).</summary>
    Note,
    /// <summary>What went wrong with the connection (<c>***</c>).</summary>
    Fault,
    /// <summary>We, under TLS.</summary>
    ClientTls,
    /// <summary>The server, under TLS.</summary>
    ServerTls,
    /// <summary>The server, refusing or breaking the rules under TLS.</summary>
    RefusalTls,
}
