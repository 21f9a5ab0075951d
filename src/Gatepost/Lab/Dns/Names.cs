namespace Gatepost.Lab.Dns;

/// <summary>Domain names as the lab writes them: lower case, no final dot, <c>.</c> for the root.</summary>
internal static class Names
{
    public const string Root = ".";

    /// <summary>True where <paramref name="name"/> is a proper descendant of <paramref name="ancestor"/>.</summary>
    public static bool IsBelow(string name, string ancestor) =>
        ancestor == Root
            ? name != Root
            : name.Length > ancestor.Length + 1 && name[^(ancestor.Length + 1)] == '.' && name.EndsWith(ancestor, StringComparison.Ordinal);

    /// <summary>True for the name itself and its descendants.</summary>
    public static bool IsWithin(string name, string ancestor) => name == ancestor || IsBelow(name, ancestor);

    /// <summary>The name one label up; the root's is the root.</summary>
    public static string Parent(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 || dot == name.Length - 1 ? Root : name[(dot + 1)..];
    }

    /// <summary>A name as written in a zone text, made absolute.</summary>
    public static string Absolute(string written, string origin)
    {
        if (written == "@") return origin;
        if (written == Root) return Root;
        var lower = written.ToLowerInvariant();
        if (lower.EndsWith('.')) return lower[..^1];
        return origin == Root ? lower : $"{lower}.{origin}";
    }

    /// <summary>The last label: the top-level domain.</summary>
    public static string Top(string name) => name[(name.LastIndexOf('.') + 1)..];
}
