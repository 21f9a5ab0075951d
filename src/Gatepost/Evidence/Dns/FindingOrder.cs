namespace Gatepost.Evidence.Dns;

/// <summary>The order of findings: what alone explains that mail fails first, what is only worth knowing last.</summary>
internal static class FindingOrder
{
    private static readonly DnsFindingKind[] Weightiest =
    [
        DnsFindingKind.Suspended, DnsFindingKind.Expired, DnsFindingKind.NxDomain, DnsFindingKind.NoWorkingServer, DnsFindingKind.DnssecBogus,
        DnsFindingKind.Parked, DnsFindingKind.NullMx, DnsFindingKind.NoMailTarget, DnsFindingKind.InconsistentMx, DnsFindingKind.NullMxWithOtherMx,
        DnsFindingKind.MxIsLiteral, DnsFindingKind.MxHostNxDomain, DnsFindingKind.MxHostWithoutAddress, DnsFindingKind.MxHostLoopback,
        DnsFindingKind.MxHostPrivate, DnsFindingKind.MxHostUnresolvable, DnsFindingKind.SpfNamesOtherProvider, DnsFindingKind.ChangeUnderWay,
        DnsFindingKind.MxIsAlias, DnsFindingKind.LameServer, DnsFindingKind.FailingServer, DnsFindingKind.SilentServer,
        DnsFindingKind.ServerWithoutAddress, DnsFindingKind.ResolverSilent, DnsFindingKind.ParentChildMismatch, DnsFindingKind.InconsistentSerial,
        DnsFindingKind.NullMxNonZeroPreference, DnsFindingKind.ImplicitMx, DnsFindingKind.VerificationMx, DnsFindingKind.DuplicateMx,
        DnsFindingKind.EqualPreference,
    ];

    /// <summary>The findings, weightiest first; those of one kind stay in their order.</summary>
    public static IReadOnlyList<DnsFinding> Sort(IEnumerable<DnsFinding> findings) => [.. findings.OrderBy(static f => Array.IndexOf(Weightiest, f.Kind))];
}
