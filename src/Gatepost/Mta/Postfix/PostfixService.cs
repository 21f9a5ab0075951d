using Gatepost.Mta.Postfix.Settings;
using Gatepost.Mta.Postfix.Syntax;

namespace Gatepost.Mta.Postfix;

/// <summary>A service of master.cf with the parameters as it sees them.</summary>
/// <param name="Entry">Its line.</param>
/// <param name="Settings">The parameters.</param>
public sealed record PostfixService(MasterService Entry, ServiceSettings Settings)
{
    /// <summary>True where mail comes in here: an smtpd or a postscreen that listens to the network.</summary>
    public bool IsListener => Entry is { Type: "inet", Command: "smtpd" or "postscreen" };

    /// <summary>True where <c>master_service_disable</c> turns it off.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>
    /// The smtpd that gets a postscreen's sessions (a <c>pass</c> service, <see cref="Gatepost.Mta.Postfix.Settings.Parameters"/> smtpd_service_name); null for others, and where there is none.
    /// </summary>
    public PostfixService? Behind { get; init; }
}
