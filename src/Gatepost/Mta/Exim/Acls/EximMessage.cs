using System.Text;
using System.Text.RegularExpressions;
using Gatepost.Mta.Exim.Expansions;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Acls;

/// <summary>What an ACL says to the client: the <c>message</c> of a statement, or what a condition in it left, or nothing.</summary>
/// <param name="Text">The message; null where only what a condition left counts.</param>
/// <param name="Left">What a condition left before; null where nothing.</param>
/// <param name="IsUnknown">True where a condition leaves words of which only the outside knows.</param>
internal sealed partial record EximMessage(Expansion? Text, EximMessage? Left, bool IsUnknown)
{
    /// <summary>True where lines may come before it of which only the outside knows: its codes count, its words do not.</summary>
    public bool HasPrelude { get; init; }

    /// <summary>No message.</summary>
    public static EximMessage None { get; } = new(null, null, false);

    /// <summary>A message that only the outside knows.</summary>
    public static EximMessage Unknown { get; } = new(null, null, true);

    /// <summary>The reply of a refusal with this message.</summary>
    /// <param name="code">The code where the message has none.</param>
    /// <param name="byDefault">The words where there is no message.</param>
    public ReplyText Reply(string code, string byDefault)
    {
        var isKnown = IsKnown;
        if (isKnown && IsConstant)
        {
            var composed = Compose(code, Say(null) ?? byDefault);
            return HasPrelude ? ReplyText.Of(composed) with { Text = null } : new EximReply(composed);
        }

        isKnown &= !HasPrelude;
        return EximReply.Of(int.Parse(code), isKnown ? session => Compose(code, Say(session) ?? byDefault) : null);
    }

    private bool IsKnown => !IsUnknown && Text is not { IsOutside: true } && Left is not { IsKnown: false };

    private bool IsConstant => Text is null or { Constant: not null } && Left is null or { IsConstant: true };

    // An empty message, or one that does not expand, leaves what was said before.
    private string? Say(Session? session)
    {
        var expanded = Text?.Expand(Scope.Of(session));
        return expanded is { IsText: true, Text.Length: > 0 } said ? said.Text : Left?.Say(session);
    }

    /// <summary>A reply of one line: a code at the start of the message counts where its first digit fits.</summary>
    private static string Compose(string code, string message)
    {
        var enhanced = "";
        if (Codes().Match(message) is { Success: true } codes)
        {
            if (codes.Value[0] == code[0]) (code, enhanced) = (codes.Value[..3], codes.Value[4..]);
            message = message[codes.Length..];
        }

        var lines = Split(message).TrimEnd('\n').Split('\n');
        return $"{code} {enhanced}{string.Join(' ', lines.Select(static (line, i) => i == 0 ? line : line.TrimStart()))}";
    }

    // Long messages are cut into lines, at a blank between the columns 35 and 75, behind a colon where there is one.
    private static string Split(string message)
    {
        if (message.Length <= 75) return message;
        var text = new StringBuilder(message);
        for (var start = 0; ;)
        {
            var at = start;
            while (at < text.Length && at - start < 75 && text[at] != '\n') at++;
            if (at >= text.Length) return text.ToString();
            if (text[at] == '\n')
            {
                start = at + 1;
                continue;
            }

            var cut = -1;
            for (var t = at; t > start + 35; t--)
            {
                if (text[t] != ' ') continue;
                if (text[t - 1] == ':')
                {
                    cut = t;
                    break;
                }

                if (cut < 0) cut = t;
            }

            for (var t = at + 1; cut < 0 && t < text.Length; t++)
                if (text[t] is ' ' or '\n') cut = t;
            if (cut < 0) return text.ToString();
            text[cut] = '\n';
            start = cut + 1;
        }
    }

    [GeneratedRegex(@"^\d\d\d\s(?:\d\.\d\d?\d?\.\d\d?\d?\s)?", RegexOptions.CultureInvariant)]
    private static partial Regex Codes();
}
