namespace Gatepost.Mta.Exim.Expansions;

/// <summary>What a part of an attempt is like, for the landmarks of what looks at it.</summary>
internal enum PartKind
{
    Text,
    Domain,
    LocalPart,
    Address,
    ClientAddress,
}
