using System.Text.Json;

namespace Gatepost.Refusals.Events;

/// <summary>Knows one provider's events: what marks them, and where in them a refusal stands. Stateless.</summary>
/// <param name="format">The provider.</param>
/// <param name="name">Its name as it writes it.</param>
internal abstract class EventProvider(InputFormat format, string name)
{
    /// <summary>The provider.</summary>
    public InputFormat Format { get; } = format;

    /// <summary>Its name as it writes it.</summary>
    public string Name { get; } = name;

    /// <summary>How sure it is that the object is an event of this provider: 0 (no) to 100.</summary>
    public abstract int Match(JsonElement o);

    /// <summary>Reads one event: adds its refusals, or passes it over by its name.</summary>
    public abstract void Read(JsonElement o, EventSink sink);
}
