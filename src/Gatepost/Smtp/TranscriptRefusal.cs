namespace Gatepost.Smtp;

/// <summary>One recipient, or one stage, that a session saw refused.</summary>
/// <param name="Exchange">The exchange that refused.</param>
/// <param name="Sender">The envelope sender of the transaction, bare; null before MAIL.</param>
/// <param name="Recipient">The recipient, bare; null where the stage comes before RCPT.</param>
public readonly record struct TranscriptRefusal(Exchange Exchange, string? Sender, string? Recipient)
{
    internal static List<TranscriptRefusal> Find(Transcript transcript)
    {
        var exchanges = transcript.Exchanges;
        var lastGreeted = LastAccepted(exchanges, SmtpPhase.Ehlo);
        var lastLogin = LastAccepted(exchanges, SmtpPhase.Auth);
        var refusals = new List<TranscriptRefusal>();
        var accepted = new List<string?>();
        string? sender = null;
        var isBroken = false;
        for (var i = 0; i < exchanges.Count; i++)
        {
            var exchange = exchanges[i];
            switch (exchange.Phase)
            {
                case SmtpPhase.Mail:
                    sender = exchange.Address;
                    accepted.Clear();
                    isBroken = exchange.IsRefused;
                    break;
                case SmtpPhase.Rcpt when !exchange.IsRefused:
                    accepted.Add(exchange.Address);
                    isBroken = false;
                    break;
            }

            if (!exchange.IsRefused) continue;
            if (exchange.Phase == SmtpPhase.Other || (exchange.Phase == SmtpPhase.Ehlo && i < lastGreeted)
                || (exchange.Phase == SmtpPhase.Auth && i < lastLogin)) continue;
            var follows = isBroken && (exchange.Phase is SmtpPhase.Data or SmtpPhase.EndOfData
                || (exchange.Phase == SmtpPhase.Rcpt && exchange.Reply.Code == 503));
            if (follows) continue;
            if (exchange.Phase == SmtpPhase.Rcpt) isBroken |= accepted.Count == 0;
            if (exchange.Phase is SmtpPhase.Data or SmtpPhase.EndOfData && accepted.Count > 0)
                refusals.AddRange(accepted.Select(recipient => new TranscriptRefusal(exchange, sender, recipient)));
            else
                refusals.Add(new TranscriptRefusal(exchange, sender, exchange.Phase == SmtpPhase.Rcpt ? exchange.Address : null));
        }

        return refusals;
    }

    private static int LastAccepted(IReadOnlyList<Exchange> exchanges, SmtpPhase phase)
    {
        for (var i = exchanges.Count - 1; i >= 0; i--)
            if (exchanges[i].Phase == phase && !exchanges[i].IsRefused && exchanges[i].Reply.Code != 334) return i;
        return -1;
    }
}
