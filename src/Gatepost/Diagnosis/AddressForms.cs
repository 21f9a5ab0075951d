namespace Gatepost.Diagnoses;

/// <summary>Forms of an address that ask a server to pass mail on.</summary>
internal static class AddressForms
{
    /// <summary>The form as words (<c>a percent hack</c>); null for plain addresses.</summary>
    public static string? Of(string? address)
    {
        if (address is null) return null;
        if (address.StartsWith('@')) return "a source route";
        var at = address.LastIndexOf('@');
        var local = at < 0 ? address.AsSpan() : address.AsSpan(0, at);
        return local.Contains('%') ? "a percent hack" : local.Contains('!') ? "a bang path" : null;
    }
}
