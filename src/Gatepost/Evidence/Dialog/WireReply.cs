using System.Text;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Dialog;

/// <summary>A reply as a run of lines in the log; its text is put together only where somebody wants it.</summary>
/// <param name="Log">Where its lines stand.</param>
/// <param name="Code">Its code; 0 where none could be read.</param>
/// <param name="First">Index of its first line.</param>
/// <param name="Count">How many lines it has.</param>
internal readonly record struct WireReply(WireLog Log, int Code, int First, int Count)
{
    public bool IsPositive => Code is >= 200 and < 300;

    public bool IsRefusal => Code >= 400;

    /// <summary>A line without its code.</summary>
    public string Text(int line)
    {
        var text = Log.Lines[First + line].Text;
        return text.Length > 4 ? text[4..] : "";
    }

    public Reply ToReply()
    {
        if (Code == 0) return Reply.Empty;
        var read = Reply.Parse(Decode(Count == 1 ? Log.Lines[First].Text : AllLines()));
        return read.Code == Code ? read : new Reply(Code, null, string.Join(' ', Enumerable.Range(0, Count).Select(Text)));
    }

    private string AllLines()
    {
        var all = new StringBuilder();
        for (var i = 0; i < Count; i++) all.Append(i == 0 ? "" : "\n").Append(Log.Lines[First + i].Text);
        return all.ToString();
    }

    // The wire holds octets as Latin-1; a reply in UTF-8 (RFC 6531 section 3.7.4) is shown as such.
    private static string Decode(string octets)
    {
        if (Ascii.IsValid(octets)) return octets;
        var bytes = Encoding.Latin1.GetBytes(octets);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : octets;
    }
}
