using Gatepost.Smtp;

namespace Gatepost.RealServers.Differential;

/// <summary>What a real server said to an attempt: the reply that ended it, or the 250 to RCPT.</summary>
/// <param name="Code">The reply code; null where the server closed the connection without a word.</param>
/// <param name="Enhanced">The enhanced status code; null where the reply has none.</param>
/// <param name="Text">The text after the codes, the lines of a reply joined by one blank.</param>
/// <param name="Phase">The command that was answered so.</param>
internal sealed record Observed(int? Code, EnhancedStatus? Enhanced, string Text, SmtpPhase Phase)
{
    public bool IsAccepted => Code is >= 200 and < 300 && Phase == SmtpPhase.Rcpt;

    public static Observed Closed(SmtpPhase phase) => new(null, null, "", phase);

    /// <summary>Reads a reply as it came: lines joined by line feeds.</summary>
    public static Observed Of(string reply, SmtpPhase phase)
    {
        EnhancedStatus? first = null;
        var texts = new List<string>();
        foreach (var line in reply.Split('\n'))
        {
            var text = line.Length > 4 ? line.AsSpan(4) : [];
            if (EnhancedStatus.TryReadPrefix(text, out var enhanced, out var length))
            {
                first ??= enhanced;
                text = text[length..].TrimStart(' ');
            }

            texts.Add(text.ToString());
        }

        return new Observed(int.Parse(reply.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture), first, string.Join(' ', texts), phase);
    }

    /// <summary>As it stands in a case's <c>decisions.txt</c>, but for the class of an accepted recipient.</summary>
    public override string ToString() =>
        IsAccepted ? "accept" : Code is null ? "closed" : string.Join(' ', new[] { Code.ToString(), Enhanced?.ToString(), Text }.Where(static s => !string.IsNullOrEmpty(s)));
}
