namespace Gatepost.Lab.Smtp;

/// <summary>What becomes of a connection to a port.</summary>
public enum PortState
{
    /// <summary>It is served.</summary>
    Open,
    /// <summary>Nothing comes back: a firewall drops what is sent.</summary>
    Silent,
}
