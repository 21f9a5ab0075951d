namespace Gatepost.Mta.Exim;

/// <summary>When a string is expanded: what is known of the attempt by then.</summary>
internal enum EximPhase
{
    Connect,
    Helo,
    Mail,
    Rcpt,
}
