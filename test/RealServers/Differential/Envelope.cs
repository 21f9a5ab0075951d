namespace Gatepost.RealServers.Differential;

/// <summary>A sender and a recipient, as a client writes them between angle brackets.</summary>
internal sealed record Envelope(string From, string To);
