using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Model;

/// <summary>What is done with a recipient that a rule takes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Origin">Where it stands.</param>
internal sealed record SmtpdAction(string Name, Origin Origin)
{
    /// <summary>True for <c>relay</c>: passed on to another server, and no user is looked at.</summary>
    public bool IsRelay { get; init; }

    /// <summary>True for <c>forward-only</c>: taken only where aliases lead elsewhere.</summary>
    public bool IsForwardOnly { get; init; }

    /// <summary>True for <c>expand-only</c>.</summary>
    public bool IsExpandOnly { get; init; }

    public SmtpdTable? Alias { get; init; }

    public SmtpdTable? Virtual { get; init; }

    /// <summary>The users; null for the system's.</summary>
    public SmtpdTable? Userbase { get; init; }
}
