namespace Gatepost.Mta.Exim.Expansions;

/// <summary>A place in a string that is being read.</summary>
internal sealed class Cursor(string text)
{
    public int At { get; set; }

    public string Text => text;

    public bool IsEnd => At >= text.Length;

    public char Current => IsEnd ? '\0' : text[At];

    public char Next => At + 1 < text.Length ? text[At + 1] : '\0';

    public void SkipBlanks()
    {
        while (At < text.Length && char.IsWhiteSpace(text[At])) At++;
    }

    /// <summary>Moves past a character; false where another stands there.</summary>
    public bool Take(char c)
    {
        if (Current != c || IsEnd) return false;
        At++;
        return true;
    }

    /// <summary>Moves past blanks and a character; false where another stands there.</summary>
    public bool TakeAfterBlanks(char c)
    {
        SkipBlanks();
        return Take(c);
    }

    /// <summary>A name of letters, digits and some more characters.</summary>
    public string Name(string more)
    {
        var from = At;
        while (At < text.Length && (char.IsAsciiLetterOrDigit(text[At]) || more.Contains(text[At], StringComparison.Ordinal))) At++;
        return text[from..At];
    }

    /// <summary>Moves past the brace that closes the one that is open; false where there is none.</summary>
    public bool SkipBraces()
    {
        for (var depth = 1; At < text.Length; At++)
        {
            if (text[At] == '\\')
            {
                if (Next == 'N' && text.IndexOf("\\N", At + 2, StringComparison.Ordinal) is >= 0 and var end) At = end + 1;
                else At++;
            }
            else if (text[At] == '{') depth++;
            else if (text[At] == '}' && --depth == 0)
            {
                At++;
                return true;
            }
        }

        return false;
    }
}
