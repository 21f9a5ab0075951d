using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.Exim;

/// <summary>A session of one client with envelopes, at one port.</summary>
/// <param name="Session">The client; its envelope does not count.</param>
/// <param name="Envelopes">The envelopes.</param>
/// <param name="Port">The port.</param>
internal sealed record EximQuestion(Attempt Session, IReadOnlyList<Envelope> Envelopes, int Port)
{
    public Attempt Attempt(Envelope envelope) => Session with { MailFrom = envelope.From, RcptTo = envelope.To };
}
