namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>The types of records that Postfix asks for, by their numbers.</summary>
internal enum RecordType
{
    A = 1,
    Ns = 2,
    Cname = 5,
    Ptr = 12,
    Mx = 15,
    Txt = 16,
    Aaaa = 28,
}
