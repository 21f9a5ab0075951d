using Gatepost.Smtp;

namespace Gatepost.Diagnoses;

/// <summary>Forms of an address that ask a server to pass mail on.</summary>
internal static class AddressForms
{
    /// <summary>The form as words (<c>a percent hack</c>); null for plain addresses.</summary>
    public static string? Of(string? address)
    {
        if (address is null || address.AsSpan().IndexOfAny("%!:[") < 0) return null;
        return Mailbox.Parse(address)?.Form switch
        {
            AddressForm.PercentHack => "a percent hack (user%domain@relay)",
            AddressForm.BangPath => "a bang path (relay!user)",
            AddressForm.SourceRoute => "a source route (@relay:user@domain)",
            AddressForm.Literal => "an address literal (user@[address])",
            _ => null,
        };
    }
}
