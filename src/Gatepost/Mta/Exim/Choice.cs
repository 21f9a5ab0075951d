using Gatepost.Relay;

namespace Gatepost.Mta.Exim;

/// <summary>One of several, and when it is the one.</summary>
internal readonly record struct Choice<T>(Condition When, T Then);
