using Gatepost.Mta.Sendmail.Tables;
using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>Answers that name the line that decided.</summary>
internal static class Found
{
    /// <summary>Yes where a class has a member.</summary>
    public static Answer In(Origin? member) => member is null ? Answer.No : Answer.Yes with { At = member };

    /// <summary>Yes where an entry says RELAY.</summary>
    public static Answer Relay(MapValue? entry) => entry is { IsRelay: true } ? Answer.Yes with { At = entry.Origin, Key = entry.Key } : Answer.No;

    /// <summary>The number of the entry's value; no where there is no entry.</summary>
    public static Answer Value(MapValue? entry) => entry is null ? Answer.No : new Answer(entry.Number) { At = entry.Origin, Key = entry.Key };
}
