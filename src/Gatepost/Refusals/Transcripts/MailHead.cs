using Gatepost.Refusals.Texts;

namespace Gatepost.Refusals.Transcripts;

/// <summary>Tells mails, which may quote a dialog, from dialogs.</summary>
internal static class MailHead
{
    /// <summary>True where the text begins with mail headers.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        var headers = 0;
        var cursor = new LineCursor(text);
        while (cursor.MoveNext() && cursor.Number <= 12)
        {
            var line = cursor.Current;
            if (line.Trim().IsEmpty && headers == 0) continue;
            if (line.StartsWith("Received: ") || line.StartsWith("Return-Path: ") || line.StartsWith("MIME-Version: ") || line.StartsWith("Message-I")
                || line.StartsWith("From ") || line.StartsWith("Delivered-To: ") || line.StartsWith("X-Original-To: ")) return true;
            if (line.StartsWith("From: ") || line.StartsWith("To: ") || line.StartsWith("Date: ") || line.StartsWith("Subject: ")) headers++;
            if (line.Trim().IsEmpty) break;
        }

        return headers >= 3;
    }
}
