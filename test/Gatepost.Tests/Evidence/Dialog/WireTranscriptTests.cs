using Gatepost.Reports;

namespace Gatepost.Tests.Evidence.Dialog;

public class WireTranscriptTests
{
    [Fact]
    public async Task What_is_written_is_read_again_as_a_transcript()
    {
        var dialog = await Dialogs.With("S: 220 mx.example.net ESMTP Postfix\nC: EHLO *\nS: 250 mx.example.net\nC: MAIL *\nS: 250 ok\nC: RCPT *\nS: 554 5.7.1 <a@example.com>: Relay access denied\nC: QUIT\nS: 221 x");
        var refusal = Assert.Single(Gatepost.Refusals.RefusalReader.Read(WireText.Format(dialog)).Refusals);
        Assert.Equal(dialog.Recipients[0].Reply, refusal.Reply);
    }
}
