using System.Collections.Immutable;
using Gatepost.Mta.Sendmail.Tables;
using Gatepost.Relay;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>What follows for each value of the access table.</summary>
internal static class AccessVerdicts
{
    /// <summary>One verdict for each value's number.</summary>
    /// <param name="access">The table.</param>
    /// <param name="accepting">What follows for OK and RELAY.</param>
    /// <param name="place">Whose address a refusal names; null for none.</param>
    /// <param name="reject">The reply to REJECT.</param>
    /// <param name="discard">What follows for DISCARD.</param>
    /// <param name="quarantine">What follows for QUARANTINE: the mail is taken and held.</param>
    /// <param name="skip">What follows for SKIP where the table was made to know it.</param>
    public static ImmutableArray<Verdict> For(AccessTable access, Verdict accepting, string? place, ReplyText reject, Verdict discard, Verdict quarantine, Verdict? skip = null)
    {
        var verdicts = new Verdict[Math.Max(1, access.Map.Values)];
        Array.Fill(verdicts, Verdict.Next.Instance);
        foreach (var entry in access.Map.Entries) verdicts[entry.Number - 1] = Of(entry);
        return [.. verdicts];

        Verdict Of(MapValue entry)
        {
            if (entry.IsAccepting) return accepting;
            if (entry.IsSkip && skip is not null) return skip;
            if (entry.Word == "REJECT") return new Verdict.Refuse(reject);
            if (entry.Word == "DISCARD") return discard;
            var tokens = Tokens.Read(entry.Value).Tokens;
            if (Begins(tokens, "QUARANTINE")) return quarantine;
            if (!Begins(tokens, "ERROR")) return new Verdict.Refuse(ErrorReply.Of(null, tokens, place));
            return tokens is [_, ":", var a, ".", var b, ".", var c, ":", _, ..]
                ? new Verdict.Refuse(ErrorReply.Of($"{a}.{b}.{c}", tokens[8..], place))
                : new Verdict.Refuse(ErrorReply.Of(null, tokens[2..], place));
        }
    }

    private static bool Begins(List<string> tokens, string word) => tokens.Count > 2 && tokens[1] == ":" && tokens[0].Equals(word, StringComparison.OrdinalIgnoreCase);
}
