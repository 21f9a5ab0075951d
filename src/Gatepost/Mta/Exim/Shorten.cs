namespace Gatepost.Mta.Exim;

/// <summary>Shortens what reports show of a line.</summary>
internal static class Shorten
{
    private const int Longest = 80;

    public static string To(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : line[..(Longest - 2)] + " …";
    }
}
