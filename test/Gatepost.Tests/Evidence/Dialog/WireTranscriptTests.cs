using System.Text;
using Gatepost.Refusals;
using Gatepost.Refusals.Transcripts;
using Gatepost.Reports;
using Gatepost.Smtp;

namespace Gatepost.Tests.Evidence.Dialog;

public class WireTranscriptTests
{
    [Fact]
    public async Task What_is_written_is_read_again_as_a_transcript()
    {
        var dialog = await Dialogs.With(
            "S: 220 mx.example.net ESMTP Postfix\nC: EHLO *\nS: 250 mx.example.net\nC: MAIL *\nS: 250 ok\nC: RCPT *\nS: 554-5.7.1 <a@example.com>:\nS: 554 5.7.1 Relay access denied\nC: QUIT\nS: 221 x");
        var outcome = new TranscriptReader().Read(new Document("-", Encoding.UTF8.GetBytes(WireText.Format(dialog))), ReadLimits.Default);
        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal(dialog.Recipients[0].Reply, refusal.Reply);
        Assert.Equal(("a@example.com", SmtpPhase.Rcpt, "mx.example.net"), (refusal.Recipient, refusal.Phase, refusal.RemoteMta));
    }
}
