using System.Collections.Immutable;
using Gatepost.Mta;
using Gatepost.Relay;
using Gatepost.Relay.Proof;

namespace Gatepost.Audits;

/// <summary>What two configurations decide differently, listener by listener.</summary>
public static class Migration
{
    /// <summary>Compares two configurations: listeners of the same port, else of the same name, else of the same use. A listener without a counterpart is told as such.</summary>
    public static ImmutableArray<ListenerChange> Compare(Configuration before, Configuration after, AuditOptions options)
    {
        var changes = ImmutableArray.CreateBuilder<ListenerChange>();
        var left = after.Policies.Where(static p => !p.Listener.IsInternal).ToList();
        foreach (var old in before.Policies.Where(static p => !p.Listener.IsInternal))
        {
            var renewed = left.Find(p => p.Listener.Port is { } port && port == old.Listener.Port)
                ?? left.Find(p => p.Listener.Name == old.Listener.Name)
                ?? left.Find(p => p.Listener.IsSubmission == old.Listener.IsSubmission && (p.Listener.Port is null || old.Listener.Port is null));
            if (renewed is null)
            {
                changes.Add(new ListenerChange(old.Listener, null, []));
                continue;
            }

            left.Remove(renewed);
            var found = PolicyDifference.Between(old, renewed, options.Proof);
            if (!found.IsEmpty) changes.Add(new ListenerChange(old.Listener, renewed.Listener, found));
        }

        foreach (var added in left) changes.Add(new ListenerChange(null, added.Listener, []));
        return changes.ToImmutable();
    }
}
