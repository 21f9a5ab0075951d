using System.Text;
using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.M4;

/// <summary>A macro: a text with <c>$1</c> to <c>$9</c>, <c>$*</c>, <c>$@</c>, <c>$#</c> and <c>$0</c>, or one that is written here.</summary>
internal sealed record M4Macro(string Name, string? Text, M4Builtin? Builtin, Origin Origin)
{
    /// <summary>The text with its arguments.</summary>
    public string Fill(IReadOnlyList<string> arguments)
    {
        var text = Text ?? "";
        if (!text.Contains('$', StringComparison.Ordinal)) return text;
        var filled = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var next = text[i] == '$' && i + 1 < text.Length ? text[i + 1] : '\0';
            string? value = next switch
            {
                '0' => Name,
                >= '1' and <= '9' => next - '1' < arguments.Count ? arguments[next - '1'] : "",
                '#' => arguments.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
                '*' or '@' => string.Join(',', arguments.Select(a => next == '@' ? $"`{a}'" : a)),
                _ => null,
            };
            if (value is null)
            {
                filled.Append(text[i]);
                continue;
            }

            filled.Append(value);
            i++;
        }

        return filled.ToString();
    }
}
