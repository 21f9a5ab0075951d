using Gatepost.Diagnoses.Rules.Relay;

namespace Gatepost.Diagnoses.Rules;

/// <summary>The rules for relay denials and their kin: what is special first, what is general last.</summary>
internal static class CauseRules
{
    /// <summary>All of them; among equally confident claims the first wins.</summary>
    public static IReadOnlyList<CauseRule> All { get; } =
    [
        new Backscatter(),
        new AutoReplyToUnhandledAddress(),
        new AddressFormRefused(),
        new SenderNotAllowed(),
        new CredentialsRefused(),
        new TenantNotAttributed(),
        new ClientNameUnverified(),
        new DistrustedAsOpenRelay(),
        new Reputation(),
        new InnerHopRefuses(),
        new PortBlocked(),
        new Intercepted(),
        new DnsBroken(),
        new DomainDead(),
        new WrongOutgoingServer(),
        new DomainNotConfigured(),
        new NotAuthenticated(),
        new ClientNotAllowed(),
        new MxPointsElsewhere(),
        new MigrationInProgress(),
        new BackupMxRefuses(),
    ];
}
