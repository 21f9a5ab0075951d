using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>An attempt at one of the listeners of master.cf.</summary>
internal sealed record PostfixQuestion(string Listener, Attempt Attempt);
