using System.Collections.Immutable;

namespace Gatepost.Relay;

/// <summary>Rules that are asked in order: a restriction list, an ACL, a ruleset. Lists never enter themselves, however indirectly.</summary>
/// <param name="Name">Its name in the configuration: <c>smtpd_relay_restrictions</c>.</param>
/// <param name="Rules">The rules.</param>
/// <param name="Origin">Where it stands.</param>
public sealed record RuleList(string Name, ImmutableArray<Rule> Rules, Origin Origin);
