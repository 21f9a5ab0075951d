namespace Gatepost.Evidence.Probing;

/// <summary>What one MX host at one address says of the domain, read off its three answers.</summary>
internal enum MxVerdict
{
    Accepts,
    RefusesRelay,
    Refuses,
    Defers,
    Unreachable,
    NoAnswer,
    NotTried,
}
