namespace Gatepost.Evidence.Dns;

/// <summary>How names of the DNS stand to each other; in the form of <see cref="DnsRecord.Name"/>.</summary>
internal static class Names
{
    /// <summary>The root.</summary>
    public const string Root = ".";

    /// <summary>True where <paramref name="name"/> lies below <paramref name="zone"/>.</summary>
    public static bool IsBelow(string name, string zone) => zone == Root
        ? name != Root
        : name.Length > zone.Length + 1 && name[^(zone.Length + 1)] == '.' && name.EndsWith(zone, StringComparison.Ordinal);

    /// <summary>True where <paramref name="name"/> is <paramref name="zone"/> or lies below it.</summary>
    public static bool IsWithin(string name, string zone) => name == zone || IsBelow(name, zone);

    /// <summary>The name without its first label; the root for a single label.</summary>
    public static string Parent(string name)
    {
        for (var i = 0; i < name.Length - 1; i++)
        {
            if (name[i] == '\\') i++;
            else if (name[i] == '.') return name[(i + 1)..];
        }

        return Root;
    }
}
