using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Settings;

/// <summary>
/// A class of names, <c>$=w</c>. Sendmail compares it token by token, whatever the letter case: a name ends in a member only where a token of the name begins.
/// </summary>
internal sealed class SendmailClass(string name)
{
    private readonly Dictionary<string, Origin> _members = new(StringComparer.OrdinalIgnoreCase);

    public string Name => name;

    public IReadOnlyDictionary<string, Origin> Members => _members;

    public bool IsEmpty => _members.Count == 0;

    public void Add(string member, Origin origin)
    {
        if (member.Length > 0) _members.TryAdd(member.ToLowerInvariant(), origin);
    }

    /// <summary>The member that equals a name.</summary>
    public Origin? Find(ReadOnlySpan<char> text) =>
        _members.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var origin) ? origin : null;

    /// <summary>The member that a name is or ends in, at a token.</summary>
    public Origin? FindEnd(ReadOnlySpan<char> text)
    {
        if (IsEmpty) return null;
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && !Tokens.IsOperator(text[i]) && !Tokens.IsOperator(text[i - 1])) continue;
            if (Find(text[i..]) is { } found) return found;
        }

        return null;
    }

    /// <summary>The member that a text is or begins with, at a token.</summary>
    public Origin? FindStart(ReadOnlySpan<char> text)
    {
        if (IsEmpty) return null;
        for (var i = text.Length; i > 0; i--)
        {
            if (i < text.Length && !Tokens.IsOperator(text[i]) && !Tokens.IsOperator(text[i - 1])) continue;
            if (Find(text[..i]) is { } found) return found;
        }

        return null;
    }
}
