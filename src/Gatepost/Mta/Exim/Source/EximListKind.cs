namespace Gatepost.Mta.Exim.Source;

/// <summary>The kinds of lists (specification chapter 10).</summary>
internal enum EximListKind
{
    Domain,
    Host,
    Address,
    LocalPart,
    /// <summary>Plain strings: mechanisms, ciphers. There are no named lists of them.</summary>
    Text,
}
