using Gatepost.Smtp;

namespace Gatepost.Refusals.Transcripts;

/// <summary>
/// The dialog that Sendmail and its kin quote in bounces: <c>... while talking to host.:</c>, then <c>&gt;&gt;&gt;</c> commands and
/// <c>&lt;&lt;&lt;</c> replies. Lines without a mark are the reporter's own and are passed over.
/// </summary>
internal static class SendmailDialog
{
    private static readonly Dialect Marks = Dialect.All.First(static d => d.Name == "sendmail");

    /// <summary>The sessions quoted in <paramref name="text"/>, in order; empty where there is none. <see cref="Exchange.Line"/> counts in the text.</summary>
    public static IReadOnlyList<Transcript> Read(ReadOnlySpan<char> text) =>
        text.IndexOf("<<< ") < 0 && text.IndexOf(">>> ") < 0 ? [] : TranscriptLines.Read(Marks, text);
}
