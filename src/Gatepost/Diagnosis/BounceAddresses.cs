using Gatepost.Smtp;

namespace Gatepost.Diagnoses;

/// <summary>Addresses that programs put into MAIL FROM to recognise what comes back.</summary>
internal static class BounceAddresses
{
    /// <summary>True where the address looks made by a program for bounces.</summary>
    public static bool IsOne(string? address) => VerpAddress.Read(address).Form is not (VerpForm.None or VerpForm.NoReply);
}
