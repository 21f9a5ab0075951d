using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.M4;

/// <summary>A line that m4 put out.</summary>
/// <param name="Diversion">Where it went: 0 is the head of sendmail.cf, 6 LOCAL_CONFIG, 9 LOCAL_RULESETS.</param>
/// <param name="Text">The text.</param>
/// <param name="Origin">The line of the source that it began in.</param>
internal sealed record M4Line(int Diversion, string Text, Origin Origin);
