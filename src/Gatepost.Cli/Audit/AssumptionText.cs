using System.Globalization;
using Gatepost.Relay.Proof;

namespace Gatepost.Cli.Audit;

/// <summary>An assumption as people write it: <c>SOURCE=no</c>, <c>SOURCE=yes</c>, <c>SOURCE=2</c>, <c>SOURCE=fails</c>; in the source <c>*</c> stands for anything.</summary>
internal static class AssumptionText
{
    public static bool TryParse(string text, out Assumption? read, out string problem)
    {
        (read, problem) = (null, "");
        var equals = text.LastIndexOf('=');
        if (equals <= 0)
        {
            problem = "an assumption is SOURCE=ANSWER, such as mysql:/etc/postfix/domains.cf=no";
            return false;
        }

        var word = text[(equals + 1)..].Trim();
        int? answer = word.ToLowerInvariant() switch
        {
            "no" => 0,
            "yes" => 1,
            "fails" => Relay.Answer.FaultValue,
            _ => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1000 ? number : null,
        };
        if (answer is { } value) read = new Assumption(text[..equals].Trim(), value);
        else problem = $"{word} is no answer: no, yes, fails, or the number of an answer";
        return answer is not null;
    }
}
