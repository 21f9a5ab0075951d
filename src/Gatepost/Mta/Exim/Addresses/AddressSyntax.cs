namespace Gatepost.Mta.Exim.Addresses;

/// <summary>What a configuration allows in addresses beyond the plain.</summary>
/// <param name="AllowsLiterals">allow_domain_literals.</param>
/// <param name="StripsTrailingDot">strip_trailing_dot.</param>
/// <param name="StripsExcessBrackets">strip_excess_angle_brackets.</param>
/// <param name="AllowsUtf8">allow_utf8_domains.</param>
internal readonly record struct AddressSyntax(bool AllowsLiterals, bool StripsTrailingDot, bool StripsExcessBrackets, bool AllowsUtf8);
