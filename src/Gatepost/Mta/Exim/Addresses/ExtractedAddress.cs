namespace Gatepost.Mta.Exim.Addresses;

/// <summary>What Exim takes out of the operand of MAIL or RCPT, or out of a text with an address in it.</summary>
/// <param name="Address">The address, with its quotes; null where there is none.</param>
/// <param name="HasDomain">True where it has a domain.</param>
/// <param name="Problem">What is wrong, in Exim's words; null where nothing is.</param>
internal readonly record struct ExtractedAddress(string? Address, bool HasDomain, string? Problem)
{
    /// <summary>Reads an address.</summary>
    /// <param name="text">The text: <c>&lt;u@example.org&gt;</c>.</param>
    /// <param name="allowsNull">True where <c>&lt;&gt;</c> is an address.</param>
    /// <param name="syntax">What the configuration allows.</param>
    public static ExtractedAddress Read(string text, bool allowsNull, AddressSyntax syntax = default) => new AddressReader(text, syntax).Read(allowsNull);
}
