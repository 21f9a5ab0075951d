namespace Gatepost.Lab.Dns;

/// <summary>What a name server does with questions.</summary>
public enum NameServerState
{
    /// <summary>Answers for its zones; REFUSED for all others.</summary>
    Serves,
    /// <summary>Never answers.</summary>
    Silent,
    /// <summary>SERVFAIL: it could not load its zones.</summary>
    Fails,
}
