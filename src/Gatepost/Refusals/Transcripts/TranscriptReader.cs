using Gatepost.Refusals.Texts;

namespace Gatepost.Refusals.Transcripts;

/// <summary>
/// Reads SMTP dialogs as tools print them: swaks, telnet, nc, openssl s_client, curl, MailKit, smtplib, PHPMailer, Nodemailer, msmtp, mutt,
/// git send-email, Exim, Sendmail, Postfix's session reports; and Exchange's protocol logs. A refused recipient or stage is one refusal.
/// </summary>
public sealed class TranscriptReader : IDocumentReader
{
    private const int HeadBytes = 32 * 1024;
    private const int SureOfLog = 98;
    private const int MostSureOfDialog = 95;
    private const string NothingRefused = "an SMTP session in which nothing was refused";

    /// <inheritdoc/>
    public int Recognise(in Document document)
    {
        var head = DocumentText.DecodeHead(document.Bytes.Span, HeadBytes);
        if (ExchangeProtocolLog.IsIt(head)) return SureOfLog;
        if (DialectFinder.Find(head, out var fits) is not { } dialect) return 0;
        var score = dialect.Name is "raw" ? 55 : dialect.Name is "curl" or "labelled" or "mutt" ? 60 : 70;
        score += Math.Min(fits, 4) * 5 + (DialectFinder.HasConnection(head) ? 5 : 0);
        return MailHead.Is(head) ? Math.Min(score, 30) : score;
    }

    /// <inheritdoc/>
    public int RecogniseAbove(in Document document, int score) =>
        score < MostSureOfDialog ? Recognise(document)
        : ExchangeProtocolLog.IsIt(DocumentText.DecodeHead(document.Bytes.Span, HeadBytes)) ? SureOfLog : 0;

    /// <inheritdoc/>
    public ReadOutcome Read(in Document document, ReadLimits limits)
    {
        var text = DocumentText.Decode(document.Bytes.Span);
        if (ExchangeProtocolLog.IsIt(text))
        {
            var logged = ExchangeProtocolLog.Read(text, document.Source, document.FirstLine, limits);
            return new ReadOutcome(InputFormat.ExchangeProtocol, logged, logged.Count == 0 ? NothingRefused : null);
        }

        if (DialectFinder.Find(text, out _) is not { } dialect) return ReadOutcome.NotRecognised("something else than an SMTP session");
        var (source, firstLine) = (document.Source, document.FirstLine);
        var refusals = TranscriptLines.Read(dialect, text)
            .SelectMany(session => TranscriptRefusals.Of(session, InputFormat.Transcript, source, firstLine, limits))
            .Take(limits.RefusalsPerDocument)
            .ToList();
        return new ReadOutcome(InputFormat.Transcript, refusals, refusals.Count == 0 ? NothingRefused : null);
    }
}
