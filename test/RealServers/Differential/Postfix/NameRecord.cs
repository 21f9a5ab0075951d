namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>A record; the preference is that of an MX.</summary>
internal sealed record NameRecord(RecordType Type, string Value, int Preference = 0);
