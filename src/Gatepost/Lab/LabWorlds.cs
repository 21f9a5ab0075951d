using Gatepost.Lab.Worlds;

namespace Gatepost.Lab;

/// <summary>Every world of the lab.</summary>
public static class LabWorlds
{
    /// <summary>The worlds, by cause.</summary>
    public static IReadOnlyList<LabWorld> All { get; } =
    [
        MissingLogin.World,
        MissingLoginExim.World,
        WrongPassword.World,
        MxAsOutgoing.World,
        OtherProvidersServer.World,
        ClientOutsideNetworks.World,
        ClientWithoutName.World,
        ClientNameForged.World,
        UnknownTenant.World,
        UnknownTenantGoogle.World,
        ForeignSenderAddress.World,
        ForgottenDomain.World,
        ForgottenDomainExchange.World,
        ForgottenDomainOpenSmtpd.World,
        StaleMx.World,
        WrongVendorMx.World,
        Migration.World,
        MigrationTwoVendors.World,
        DomainGone.World,
        NullMx.World,
        ParkedDomain.World,
        LameDelegation.World,
        MxAliasWithoutAddress.World,
        MxPrivateAddress.World,
        DnssecBogus.World,
        CyclicDelegation.World,
        BackupMxRefuses.World,
        InnerHop.World,
        VacationReply.World,
        BackscatterReply.World,
        ListedClient.World,
        InterceptedPort.World,
        PortBlocked.World,
        PercentHack.World,
        CalledOpenRelay.World,
        GreylistedProbe.World,
        UnknownRefuser.World,
    ];

    /// <summary>The world of a name; null where there is none.</summary>
    public static LabWorld? Find(string name) => All.FirstOrDefault(world => world.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
