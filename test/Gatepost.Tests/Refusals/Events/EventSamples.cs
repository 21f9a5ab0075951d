using System.Reflection;

namespace Gatepost.Tests.Refusals.Events;

/// <summary>The bodies of the provider tests, to be mutated.</summary>
internal static class EventSamples
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(ProviderTests).GetMethod(nameof(ProviderTests.An_event_is_read))!.GetCustomAttributes<InlineDataAttribute>().Select(static a => (string)a.Data[0]!),
        .. AmazonSesTests.Wrappings.Select(static row => row.Data),
    ];
}
