using Gatepost.Mta;
using Gatepost.Relay;

namespace Gatepost.Audits;

/// <summary>Which listener an attempt goes to where it names none, or names one by its port.</summary>
public static class PolicyChoice
{
    private const int Port = 25;

    /// <summary>The listener of a name or port; without either the one at port 25, else the first that the outside reaches, else the first. Null where there is none.</summary>
    public static RelayPolicy? Of(Configuration configuration, string? listener) => listener is null
        ? configuration.Policies.FirstOrDefault(static p => p.Listener is { Port: Port, IsInternal: false }) ?? configuration.Policies.FirstOrDefault(static p => !p.Listener.IsInternal) ?? configuration.Policies.FirstOrDefault()
        : configuration.Policies.FirstOrDefault(p => p.Listener.Name == listener)
            ?? (int.TryParse(listener, out var port) ? configuration.Policies.FirstOrDefault(p => p.Listener.Port == port) : null);
}
