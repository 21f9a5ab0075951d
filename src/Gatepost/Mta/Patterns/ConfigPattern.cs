using System.Text.RegularExpressions;

namespace Gatepost.Mta.Patterns;

/// <summary>A regular expression from a configuration, ready to be asked. Matching takes at most a tenth of a second, after which it counts as no match.</summary>
/// <param name="Written">As the configuration has it.</param>
/// <param name="Regex">For concrete decisions.</param>
/// <param name="Dotnet">The expression in the .NET dialect, for <see cref="Gatepost.Relay.Landmarks.Pattern"/>.</param>
/// <param name="IgnoresCase">True where letter case does not matter.</param>
public sealed record ConfigPattern(string Written, Regex Regex, string Dotnet, bool IgnoresCase)
{
    /// <summary>Asks it.</summary>
    public bool IsMatch(string text)
    {
        try
        {
            return Regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>Asks it, with groups; null where it does not match.</summary>
    public Match? Match(string text)
    {
        try
        {
            var match = Regex.Match(text);
            return match.Success ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
