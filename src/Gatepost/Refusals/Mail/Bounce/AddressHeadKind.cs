namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>How a recipient stands at the start of a line.</summary>
internal enum AddressHeadKind
{
    /// <summary>Nothing behind it that says why.</summary>
    Alone,
    /// <summary>A colon, dots or brackets, then the reason.</summary>
    Colon,
    /// <summary>Words that go on from it.</summary>
    Words,
}
