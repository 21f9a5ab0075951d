namespace Gatepost.Diagnoses;

/// <summary>Addresses that programs put into MAIL FROM to recognise what comes back.</summary>
internal static class BounceAddresses
{
    /// <summary>True where the local part looks made by a program for bounces.</summary>
    public static bool IsOne(string? address) => address?.Contains("bounce", StringComparison.OrdinalIgnoreCase) == true;
}
