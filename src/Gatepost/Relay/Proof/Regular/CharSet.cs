using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Gatepost.Relay.Proof.Regular;

/// <summary>A set of UTF-16 characters.</summary>
internal sealed class CharSet
{
    private const int Characters = 65536;
    private static readonly ConcurrentDictionary<(string, bool), CharSet> Known = new();
    private readonly ulong[] _bits = new ulong[Characters / 64];

    private CharSet()
    {
    }

    /// <summary>A single character, or the ones that differ from it in letter case only.</summary>
    public static CharSet Literal(char one, bool ignoreCase)
    {
        var piece = Regex.Escape(one.ToString());
        if (!char.IsAscii(one)) return Matching(piece, ignoreCase)!;
        if (Known.TryGetValue((piece, ignoreCase), out var known)) return known;
        var set = new CharSet();
        set.Add(one);
        if (ignoreCase && char.IsAsciiLetter(one))
        {
            set.Add((char)(one ^ 0x20));
            // The Kelvin sign; a test compares all of ASCII with the engine.
            if (one is 'k' or 'K') set.Add('\u212a');
        }

        Known.TryAdd((piece, ignoreCase), set);
        return set;
    }

    /// <summary>
    /// The characters that a piece of a .NET expression matches, a class or an escape: asked of the engine itself, character by character, so that there can be no difference. Null where it
    /// is no expression.
    /// </summary>
    public static CharSet? Matching(string piece, bool ignoreCase)
    {
        if (Known.TryGetValue((piece, ignoreCase), out var known)) return known;
        try
        {
            var regex = new Regex($"^(?:{piece})\\z", RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None), TimeSpan.FromSeconds(1));
            Span<char> text = stackalloc char[1];
            var set = new CharSet();
            for (var c = 0; c < Characters; c++)
            {
                text[0] = (char)c;
                if (regex.IsMatch(text)) set.Add((char)c);
            }

            // Configurations can be hostile: what is remembered is limited.
            if (Known.Count < 4096) Known.TryAdd((piece, ignoreCase), set);
            return set;
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>True where the character is in it.</summary>
    public bool Contains(int c) => (_bits[c / 64] & (1UL << c)) != 0;

    private void Add(char c) => _bits[c / 64] |= 1UL << c;
}
