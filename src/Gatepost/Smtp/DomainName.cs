using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Gatepost.Smtp;

/// <summary>
/// A domain or host name. Two are equal where they name the same: letter case, a final dot and A-label or U-label
/// (RFC 5890) do not matter.
/// </summary>
/// <remarks>
/// Labels are letters, digits, hyphens and, because DNS and mail servers in the wild do so, underscores; at most 63 octets each
/// and 253 in all (RFC 1035 section 2.3.4). A name whose last label is a number is not a name but an address.
/// </remarks>
public sealed class DomainName : IEquatable<DomainName>
{
    private const int MostOctets = 253;
    private const int MostLabelOctets = 63;
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    private DomainName(string ascii) => Ascii = ascii;

    /// <summary>The name in A-labels and lower case, without a final dot: for comparing and for DNS.</summary>
    public string Ascii { get; }

    /// <summary>The name in U-labels, for people; the A-labels where they do not decode. Hostile: letters may look like others.</summary>
    public string Unicode => Ascii.Contains("xn--", StringComparison.Ordinal) ? Decode(Ascii) : Ascii;

    /// <summary>True for a single label such as <c>localhost</c>.</summary>
    public bool IsSingleLabel => !Ascii.Contains('.');

    /// <summary>
    /// The registrable domain: <c>example.co.uk</c> of <c>mx1.example.co.uk</c>. Rests on <see cref="PublicSuffixes"/>, the commonest
    /// multi-label suffixes and not the full Public Suffix List. The name itself where it is a suffix or a single label.
    /// </summary>
    public DomainName OrganisationalDomain
    {
        get
        {
            var last = Ascii.LastIndexOf('.');
            if (last <= 0) return this;
            var second = Ascii.LastIndexOf('.', last - 1);
            if (second < 0) return this;
            if (!PublicSuffixes.Contains(Ascii.AsSpan(second + 1))) return new DomainName(Ascii[(second + 1)..]);
            var third = second == 0 ? -1 : Ascii.LastIndexOf('.', second - 1);
            return third < 0 ? this : new DomainName(Ascii[(third + 1)..]);
        }
    }

    /// <summary>True where this name is below <paramref name="other"/>; not where they are the same.</summary>
    public bool IsSubdomainOf(DomainName other) =>
        Ascii.Length > other.Ascii.Length && Ascii[^(other.Ascii.Length + 1)] == '.' && Ascii.EndsWith(other.Ascii, StringComparison.Ordinal);

    /// <summary>True where the two have the same registrable domain.</summary>
    public bool IsRelatedTo(DomainName other) => OrganisationalDomain.Equals(other.OrganisationalDomain);

    /// <summary>Reads a name; null where the text is none.</summary>
    public static DomainName? Parse(string? text) => TryParse(text, out var name, out _) ? name : null;

    /// <summary>Reads a name, in A-labels or U-labels, with or without a final dot.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DomainName? name, out ParseProblem problem)
    {
        name = null;
        if (string.IsNullOrEmpty(text)) return Fail("a domain name is expected", 0, out problem);
        if (text.Length > MostOctets * 2) return Fail("a domain name has at most 253 octets", MostOctets, out problem);
        var ascii = text;
        if (!System.Text.Ascii.IsValid(text) && !TryEncode(text, out ascii))
            return Fail("this is no internationalised domain name", FirstBeyondAscii(text), out problem);
        var length = ascii.Length > 1 && ascii[^1] == '.' ? ascii.Length - 1 : ascii.Length;
        if (length > MostOctets) return Fail("a domain name has at most 253 octets", MostOctets, out problem);
        var start = 0;
        for (var i = 0; i <= length; i++)
        {
            if (i < length && ascii[i] != '.')
            {
                if (!char.IsAsciiLetterOrDigit(ascii[i]) && ascii[i] is not ('-' or '_'))
                    return Fail("a domain name has letters, digits, hyphens and dots", Math.Min(i, text.Length - 1), out problem);
                continue;
            }

            if (i == start) return Fail("a label is empty", Math.Min(i, text.Length - 1), out problem);
            if (i - start > MostLabelOctets) return Fail("a label has at most 63 octets", Math.Min(start, text.Length - 1), out problem);
            if (ascii[start] == '-' || ascii[i - 1] == '-') return Fail("a label neither begins nor ends with a hyphen", Math.Min(start, text.Length - 1), out problem);
            if (i == length && ascii.AsSpan(start, i - start).IndexOfAnyExceptInRange('0', '9') < 0)
                return Fail("the last label is a number", Math.Min(start, text.Length - 1), out problem);
            start = i + 1;
        }

        problem = default;
        name = new DomainName(ascii[..length].ToLowerInvariant());
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(DomainName? other) => other is not null && Ascii == other.Ascii;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DomainName);

    /// <inheritdoc/>
    public override int GetHashCode() => Ascii.GetHashCode(StringComparison.Ordinal);

    /// <summary>The name in A-labels.</summary>
    public override string ToString() => Ascii;

    private static int FirstBeyondAscii(string text) => Math.Max(0, text.AsSpan().IndexOfAnyExceptInRange('\0', '\x7f'));

    private static bool TryEncode(string text, out string ascii)
    {
        try
        {
            ascii = Idn.GetAscii(text.Normalize().ToLowerInvariant());
            return System.Text.Ascii.IsValid(ascii);
        }
        catch (ArgumentException)
        {
            ascii = "";
            return false;
        }
    }

    private static string Decode(string ascii)
    {
        try
        {
            return Idn.GetUnicode(ascii);
        }
        catch (ArgumentException)
        {
            return ascii;
        }
    }

    private static bool Fail(string message, int position, out ParseProblem problem)
    {
        problem = new ParseProblem(message, position);
        return false;
    }
}
